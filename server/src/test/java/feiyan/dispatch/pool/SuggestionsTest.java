package feiyan.dispatch.pool;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.cast.AtTheDoor;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.Obstacle;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.ServiceRules;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.AppClock;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.WeekHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the machine would ask, and whom it leaves in peace. Each test has a village of its own. */
@FeiyanTest(properties = "feiyan.jobs=false")
class SuggestionsTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private Pools pools;

    @Autowired
    private MemberRows rows;

    @Autowired
    private ServiceSheets sheets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant wednesday;
    private ProjectId haircut;

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
        haircut = village.project(1, 40);
    }

    @Test
    void ofTwoWhoCostTheSameTheOneComesFirstWhoWasNotAskedForLonger() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var sun = village.volunteer("Sun");
        var before = clock.instant().minus(Duration.ofDays(20));
        clock.at(before, () -> withdrawn(zhao));
        clock.at(before.minus(Duration.ofDays(2)), () -> withdrawn(sun));

        assertThat(best(order())).containsExactly(qian.person(), sun.person(), zhao.person());
    }

    /** Was asked, and the unit took it back: nothing but the moment of asking is left. */
    private void withdrawn(Actor volunteer) {
        var at = Village.wednesday(clock.instant());
        var order = village.approved(haircut, at);
        var asked = ask(order, volunteer, at);
        village.the(Offers.class).withdraw(village.clerk, asked).orThrow();
    }

    @Test
    void whoWasAskedForItOrSaidNoIsNotSuggestedAgain() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var sun = village.volunteer("Sun");
        var order = order();
        ask(order, zhao, wednesday);
        var asked = ask(order, qian, wednesday);
        village.the(Answers.class).decline(qian, asked, "no_time").orThrow();
        assertThat(best(order)).containsExactly(sun.person());
    }

    @Test
    void whoPausesOrWasAskedEnoughIsLeftInPeaceThoughTheRulesWouldLetThem() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var order = order();
        pauses(zhao, LocalDate.ofInstant(clock.instant(), ServiceRules.CHINA));
        village.the(Policies.class)
                .set(village.county, Policy.OFFERS_A_WEEK, 1, null)
                .orThrow();
        ask(order(), qian, wednesday.plus(Duration.ofHours(3)));

        assertThat(best(order)).isEmpty();
        assertThat(judged(order, zhao)).satisfies(it -> {
            assertThat(it.against()).isEmpty();
            assertThat(it.hush()).containsExactly(Hush.PAUSED);
        });
        assertThat(judged(order, qian)).satisfies(it -> {
            assertThat(it.hush()).containsExactly(Hush.ASKED_ENOUGH);
            assertThat(it.suggestion().askedThisWeek()).isEqualTo(1);
        });
        pauses(zhao, LocalDate.ofInstant(clock.instant(), ServiceRules.CHINA).minusDays(1));
        assertThat(best(order)).containsExactly(zhao.person());
    }

    @Test
    void onlyThoseOfTheUnitsSubtreeAreSuggested() {
        village.volunteer("Zhao");
        var elsewhere = village.the(UnitChanges.class)
                .open(village.administrator, village.center, NewUnit.named("Elsewhere"))
                .orThrow();
        var order = order();
        assertThat(best(order, elsewhere)).isEmpty();
        assertThat(best(order, village.station)).hasSize(1);
        assertThat(best(order, village.center)).hasSize(1);
    }

    @Test
    void nobodyIsSuggestedForTheirOwnOrder() {
        village.enrol(village.requester.person(), Village.ALWAYS, 600);
        village.enrol(village.clerk.person(), Village.ALWAYS, 600);
        assertThat(best(order())).containsExactly(village.clerk.person());
    }

    @Test
    void whoCameBeforeComesFirstAndItIsCountedHowOften() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        served(zhao, 5);

        var list = suggested(order(), village.center);
        assertThat(list).extracting(Suggestion::volunteer).containsExactly(zhao.person(), qian.person());
        assertThat(list).extracting(Suggestion::visitsBefore).containsExactly(1, 0);
        assertThat(list.getFirst().terms().previous()).isZero();
        assertThat(list.getFirst().terms().recent()).isEqualTo(40 * 5 / 6);
        assertThat(list.getLast().terms().previous()).isEqualTo(3_000);
    }

    @Test
    void aGradeTellsALittleAndManyTellMore() {
        var zhao = village.volunteer("Zhao");
        assertThat(member(zhao).rating()).isEqualTo(450);
        served(zhao, 1);
        assertThat(member(zhao).rating()).isEqualTo((100 + 3 * 450) / 4);
    }

    private void served(Actor volunteer, int stars) {
        village.the(Policies.class)
                .set(village.county, Policy.EARLY_CHECK_IN, Duration.ofDays(30), null)
                .orThrow();
        var order = order();
        var asked = ask(order, volunteer, wednesday.minus(Duration.ofHours(1)));
        village.the(Answers.class).accept(volunteer, asked).orThrow();
        var seat = new SeatId(jdbc.sql("select id from seat where county_id = :county and order_id = :order")
                .param("county", village.county.value())
                .param("order", order.value())
                .query(UUID.class)
                .single());
        var door = new AtTheDoor(village);
        door.checkIn(village.county, seat, volunteer.person(), null).orThrow();
        clock.at(wednesday, () -> {
            door.checkOut(village.county, seat, volunteer.person()).orThrow();
            var rating = new Rating(true, stars, stars, stars, null, Rating.How.PAGE);
            village.the(Orders.class)
                    .rate(village.requester, order, village.version(order), rating)
                    .orThrow();
        });
    }

    @Test
    void aNoInTimeIsAsGoodAsAYesAndSilenceIsNot() {
        var zhao = village.volunteer("Zhao");
        var asked = ask(order(), zhao, wednesday);
        village.the(Answers.class).decline(zhao, asked, null).orThrow();
        assertThat(member(zhao).answering()).satisfies(it -> {
            assertThat(it.asked()).isEqualTo(1);
            assertThat(it.inTime()).isEqualTo(1);
            assertThat(it.yes()).isZero();
            assertThat(it.perMille()).isEqualTo(1_000);
        });
        assertThat(new Answering(1, 0, 0, 0).perMille()).isEqualTo(833);
        assertThat(Answering.NEVER_ASKED.perMille()).isEqualTo(1_000);
    }

    @Test
    void whatIsMissingIsCountedOverThoseWhoHaveTheSkill() {
        village.volunteer("Zhao", WeekHours.NONE, 600);
        var qian = village.volunteer("Qian");
        village.the(Profiles.class)
                .skills(village.clerk, qian.person(), Set.of("opera"))
                .orThrow();
        var order = order();
        var lack = suggestions.lack(village.county, village.center, sheet(order), village.slot(order, wednesday));
        assertThat(lack.skilled()).isEqualTo(1);
        assertThat(lack.against()).containsExactly(Map.entry(Obstacle.NOT_FREE, 1));
    }

    @Test
    void whatATransactionTakesBackIsNeverLearned() {
        var zhao = village.volunteer("Zhao");
        var order = order();
        assertThat(best(order)).hasSize(1);
        village.the(Transactions.class).write(() -> {
            village.the(Profiles.class)
                    .availability(zhao, zhao.person(), WeekHours.NONE, 600)
                    .orThrow();
            assertThat(best(order)).as("within").hasSize(1);
            return Outcome.refused("test.back");
        });
        assertThat(best(order)).as("after").hasSize(1);
    }

    @Test
    void manyReadWhileManyChange() throws Exception {
        var people = new ArrayList<Actor>();
        for (int i = 0; i < 12; i++) {
            people.add(village.volunteer("Volunteer " + i));
        }
        var order = order();
        var work = new ArrayList<Callable<Integer>>();
        for (int thread = 0; thread < 3; thread++) {
            int part = thread;
            work.add(() -> reads(order));
            work.add(() -> changes(people.subList(4 * part, 4 * part + 4)));
        }
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<Integer> each : threads.invokeAll(work)) {
                assertThat(each.get()).isPositive();
            }
        }
        var today = LocalDate.ofInstant(clock.instant(), ServiceRules.CHINA);
        assertThat(pools.of(village.county).snapshot())
                .containsExactlyInAnyOrderElementsOf(rows.of(Whose.all(village.county), today));
    }

    private int reads(OrderId order) {
        int found = 0;
        for (int i = 0; i < 40; i++) {
            found += best(order).size();
        }
        return found;
    }

    private int changes(List<Actor> people) {
        var profiles = village.the(Profiles.class);
        for (int i = 0; i < 40; i++) {
            var one = people.get(i % people.size());
            var hours = i % 3 == 0 ? WeekHours.NONE : Village.ALWAYS;
            profiles.availability(one, one.person(), hours, 300 + i).orThrow();
        }
        return people.size();
    }

    private void pauses(Actor volunteer, LocalDate until) {
        village.the(Transactions.class)
                .write(() -> {
                    jdbc.sql("""
                            update volunteer set paused_until = :until
                            where county_id = :county and person_id = :person
                            """)
                            .param("until", until)
                            .param("county", village.county.value())
                            .param("person", volunteer.person().value())
                            .update();
                    village.the(Outbox.class)
                            .tell(
                                    village.county,
                                    "volunteer.changed",
                                    volunteer.person().value(),
                                    1,
                                    clock.instant());
                    return Outcome.done(until);
                })
                .orThrow();
    }

    private OrderId order() {
        return village.approved(haircut, wednesday.minus(Duration.ofHours(2)));
    }

    private OfferId ask(OrderId order, Actor volunteer, Instant at) {
        return village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, at),
                        List.of(new Invitee.ToVolunteer(volunteer.person())))
                .orThrow()
                .getFirst();
    }

    private ServiceSheet sheet(OrderId order) {
        return sheets.find(village.county, order).orElseThrow();
    }

    private List<PersonId> best(OrderId order) {
        return best(order, village.center);
    }

    private List<PersonId> best(OrderId order, UnitId within) {
        return suggested(order, within).stream().map(Suggestion::volunteer).toList();
    }

    private List<Suggestion> suggested(OrderId order, UnitId within) {
        return suggestions.best(village.county, within, sheet(order), village.slot(order, wednesday), 20);
    }

    private Judged judged(OrderId order, Actor volunteer) {
        return suggestions
                .judge(village.county, sheet(order), village.slot(order, wednesday), volunteer.person())
                .orElseThrow();
    }

    private Member member(Actor volunteer) {
        return pools.of(village.county).member(volunteer.person()).orElseThrow();
    }
}
