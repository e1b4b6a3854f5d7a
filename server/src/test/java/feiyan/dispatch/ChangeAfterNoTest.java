package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.dispatch.SuggestedChange.LessFree;
import feiyan.dispatch.SuggestedChange.Nearer;
import feiyan.dispatch.SuggestedChange.WithoutSkill;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.AskedAlready;
import feiyan.volunteers.Pauses;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.Volunteer;
import feiyan.volunteers.Volunteers;
import feiyan.volunteers.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A no costs nothing and may teach; a break is one tap. Neither is ever forced, and both are undone as easily. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class ChangeAfterNoTest {

    /** About 3.4 km north of the square. */
    private static final CoarsePosition NORTH = new CoarsePosition(34.64, 118.36);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private SuggestedChanges changes;

    @Autowired
    private AppClock clock;

    private Village village;
    /** Ten in the morning. */
    private Instant wednesday;

    private Instant tuesday;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
        tuesday = wednesday.minus(Duration.ofDays(1));
    }

    @Test
    void tooFarSuggestsARadiusJustBelowThisWay() {
        var zhao = village.volunteer("Zhao");
        village.the(Profiles.class).home(zhao, zhao.person(), NORTH, 5_000).orThrow();
        var no = declined(zhao, "too_far");

        assertThat(change(zhao, no)).isInstanceOfSatisfying(Nearer.class, nearer -> {
            assertThat(nearer.way()).isBetween(3_200, 3_500);
            assertThat(nearer.was()).isEqualTo(5_000);
            assertThat(nearer.metres()).isEqualTo(3_000);
        });
        assertThat(self(zhao).radiusMetres()).as("only suggested").isEqualTo(5_000);

        changes.take(zhao, no).orThrow();
        assertThat(self(zhao).radiusMetres()).isEqualTo(3_000);
        changes.undo(zhao, no).orThrow();
        assertThat(self(zhao).radiusMetres()).isEqualTo(5_000);
        assertThat(self(zhao).home()).isEqualTo(NORTH);
    }

    @Test
    void ofTheNextHouseNothingIsNearer() {
        var zhao = village.volunteer("Zhao");
        assertThat(changes.of(zhao, declined(zhao, "too_far"))).isEmpty();
    }

    @Test
    void whatWasSetSinceIsNotUndone() {
        var zhao = village.volunteer("Zhao");
        village.the(Profiles.class).home(zhao, zhao.person(), NORTH, 5_000).orThrow();
        var no = declined(zhao, "too_far");
        changes.take(zhao, no).orThrow();
        village.the(Profiles.class).radius(zhao, zhao.person(), 2_000).orThrow();

        assertThat(changes.undo(zhao, no)).isEqualTo(Outcome.refused("change.moved_on"));
        assertThat(self(zhao).radiusMetres()).isEqualTo(2_000);
    }

    @Test
    void noTimeSuggestsTakingTheseHoursOutOfTheWeek() {
        var zhao = village.volunteer("Zhao");
        var no = declined(zhao, "no_time");
        assertThat(change(zhao, no)).isEqualTo(new LessFree(WeekHours.NONE.with(DayOfWeek.WEDNESDAY, 10, 11)));

        changes.take(zhao, no).orThrow();
        assertThat(self(zhao).freeHours().free(DayOfWeek.WEDNESDAY, 10)).isFalse();
        assertThat(self(zhao).freeHours().count()).isEqualTo(WeekHours.HOURS - 1);
        assertThat(changes.of(zhao, declined(zhao, "no_time", wednesday.plus(Duration.ofHours(1)))))
                .as("the hour after is another one")
                .isPresent();

        changes.undo(zhao, no).orThrow();
        assertThat(self(zhao).freeHours()).isEqualTo(Village.ALWAYS);
    }

    @Test
    void notMySkillSuggestsTakingItOffAndSaysWhereNoneIsLeft() {
        var zhao = village.volunteer("Zhao");
        assertThat(change(zhao, declined(zhao, "not_my_skill"))).isEqualTo(new WithoutSkill(Village.SKILL, true));
        village.the(Profiles.class)
                .skills(zhao, zhao.person(), Set.of(Village.SKILL, "singing"))
                .orThrow();
        var no = declined(zhao, "not_my_skill");
        assertThat(change(zhao, no)).isEqualTo(new WithoutSkill(Village.SKILL, false));

        changes.take(zhao, no).orThrow();
        assertThat(self(zhao).skills()).containsExactly("singing");
        changes.undo(zhao, no).orThrow();
        assertThat(self(zhao).skills()).containsExactly(Village.SKILL, "singing");
    }

    @Test
    void withoutAReasonOrWithAnotherNothingIsSuggested() {
        var zhao = village.volunteer("Zhao");
        for (var reason : Stream.of(null, "other").toList()) {
            var no = declined(zhao, reason);
            assertThat(changes.of(zhao, no)).isEmpty();
            assertThat(changes.take(zhao, no)).isEqualTo(Outcome.refused("change.none"));
        }
    }

    @Test
    void itIsForWhoSaidNoAlone() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var no = declined(zhao, "no_time");
        assertThat(changes.of(qian, no)).isEmpty();
        assertThat(changes.of(village.clerk, no)).isEmpty();
        assertThat(changes.take(qian, no)).isEqualTo(Outcome.refused("change.none"));
        changes.take(zhao, no).orThrow();
        assertThat(changes.undo(qian, no)).isEqualTo(Outcome.refused("change.none"));
        assertThat(self(zhao).freeHours()).isNotEqualTo(Village.ALWAYS);
    }

    @RepeatedTest(5)
    void twoTapsAreOneAndSoAreTwoUndone() {
        var zhao = village.volunteer("Zhao");
        village.the(Profiles.class).home(zhao, zhao.person(), NORTH, 5_000).orThrow();
        var no = declined(zhao, "too_far");

        Supplier<Outcome<OfferId>> tap = () -> changes.take(zhao, no);
        assertThat(AtOnce.done(AtOnce.all(List.of(tap, tap)))).hasSize(2);
        assertThat(self(zhao).radiusMetres()).isEqualTo(3_000);

        Supplier<Outcome<OfferId>> undo = () -> changes.undo(zhao, no);
        assertThat(AtOnce.done(AtOnce.all(List.of(undo, undo)))).hasSize(1);
        assertThat(self(zhao).radiusMetres()).isEqualTo(5_000);
        assertThat(change(zhao, no)).as("suggested again").isInstanceOf(Nearer.class);
    }

    @Test
    void aNoInTimeIsAsGoodAnAnswerAsAYesAndSilenceIsNone() {
        var zhao = village.volunteer("Zhao");
        declined(zhao, "no_time");
        declined(zhao, null);
        var silent = offer(zhao, wednesday);
        clock.at(wednesday, () -> village.the(OfferExpiry.class).expire(village.county, wednesday));
        assertThat(silent).isNotNull();

        var minutes = new AnsweringMinutes(
                village.the(feiyan.calendar.WorkingCalendars.class).of(village.county), false);
        var habit = Objects.requireNonNull(village.the(AnswerHabits.class)
                .of(village.county, List.of(zhao.person()), minutes, wednesday)
                .get(zhao.person()));

        assertThat(habit.asked()).isEqualTo(3);
        assertThat(habit.inTime()).isEqualTo(2);
        assertThat(habit.yes()).isZero();
    }

    @Test
    void aBreakIsAWeekOrUntilADayAndEndsByItselfOrWithATap() {
        var zhao = village.volunteer("Zhao");
        var pauses = village.the(Pauses.class);
        var today = LocalDate.ofInstant(tuesday, ServiceRules.CHINA);
        assertThat(clock.at(tuesday, () -> pauses.pause(zhao, null))).isEqualTo(Outcome.done(today.plusDays(7)));
        assertThat(until(zhao, tuesday.plus(Duration.ofDays(7)))).isEqualTo(today.plusDays(7));
        assertThat(until(zhao, tuesday.plus(Duration.ofDays(8)))).isNull();

        assertThat(clock.at(tuesday, () -> pauses.pause(zhao, today.minusDays(1))))
                .isEqualTo(Outcome.refused("volunteer.pause_past"));
        assertThat(clock.at(tuesday, () -> pauses.pause(zhao, today.plusDays(366))))
                .isEqualTo(Outcome.refused("volunteer.pause_long", 365));
        clock.at(tuesday, () -> pauses.pause(zhao, today)).orThrow();
        assertThat(until(zhao, tuesday)).isEqualTo(today);
        pauses.end(zhao).orThrow();
        assertThat(until(zhao, tuesday)).isNull();
        assertThat(pauses.pause(village.requester, null)).isEqualTo(Outcome.refused("volunteer.not_yours"));
    }

    @Test
    void whatWasAskedBeforeStillWaitsAndMayBeAccepted() {
        var zhao = village.volunteer("Zhao");
        var offer = clock.at(tuesday, () -> offer(zhao, wednesday));
        clock.at(tuesday, () -> village.the(Pauses.class).pause(zhao, null)).orThrow();
        assertThat(clock.at(tuesday, () -> village.the(AskedAlready.class).openTo(village.county, zhao.person())))
                .isEqualTo(1);
        clock.at(tuesday, () -> village.the(Answers.class).accept(zhao, offer)).orThrow();
    }

    private @Nullable LocalDate until(Actor somebody, Instant when) {
        return clock.at(when, () -> village.the(Pauses.class).of(village.county, somebody.person()))
                .orElse(null);
    }

    private SuggestedChange change(Actor somebody, OfferId no) {
        return changes.of(somebody, no).orElseThrow().change();
    }

    private Volunteer self(Actor somebody) {
        return volunteer(somebody.person());
    }

    private Volunteer volunteer(PersonId person) {
        return village.the(Volunteers.class).find(village.county, person).orElseThrow();
    }

    private OfferId declined(Actor somebody, @Nullable String reason) {
        return declined(somebody, reason, wednesday);
    }

    private OfferId declined(Actor somebody, @Nullable String reason, Instant from) {
        var offer = clock.at(tuesday, () -> offer(somebody, from));
        clock.at(tuesday.plusSeconds(60), () -> village.the(Answers.class).decline(somebody, offer, reason))
                .orThrow();
        return offer;
    }

    private OfferId offer(Actor somebody, Instant from) {
        var order = clock.at(tuesday, () -> village.approved(village.project(1, 60), wednesday));
        return clock.at(
                        tuesday,
                        () -> village.the(Offers.class)
                                .make(
                                        village.clerk,
                                        order,
                                        village.version(order),
                                        village.slot(order, from),
                                        List.of(new Invitee.ToVolunteer(somebody.person()))))
                .orThrow()
                .getFirst();
    }
}
