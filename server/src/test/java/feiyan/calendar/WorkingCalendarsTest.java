package feiyan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.platform.AppClock;
import feiyan.platform.CountyFounded;
import feiyan.platform.CountyId;
import feiyan.platform.DaySpan;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
class WorkingCalendarsTest {

    private static final LocalDate SPORTS_DAY = LocalDate.of(2026, 6, 17);

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    Policies policies;

    @Autowired
    AppClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    private final CountyId county = Ids.nextCounty();
    private final CountyId elsewhere = Ids.nextCounty();
    private Actor administrator;

    @BeforeEach
    void found() {
        var center = unit("CENTER", null);
        administrator = holding(center, Role.ADMINISTRATOR);
        events.publishEvent(new CountyFounded(county));
    }

    @Test
    void aNewCountyKnowsTheAnnouncedHolidays() {
        var time = calendars.of(county);
        assertThat(time.isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(time.isWorkingDay(LocalDate.of(2026, 2, 16))).isFalse();
        assertThat(calendars.year(administrator, 2026).orThrow())
                .hasSize(13)
                .contains(new CalendarSpan(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 5), false, "劳动节"));
    }

    @Test
    void anAdministratorOfTheCenterChangesTheCountyAndNoOther() {
        calendars.seed(elsewhere).orThrow();
        calendars.set(administrator, sportsDay()).orThrow();
        assertThat(calendars.of(county).isWorkingDay(SPORTS_DAY)).isFalse();
        assertThat(calendars.of(elsewhere).isWorkingDay(SPORTS_DAY)).isTrue();
        calendars.remove(administrator, SPORTS_DAY, SPORTS_DAY).orThrow();
        assertThat(calendars.of(county).isWorkingDay(SPORTS_DAY)).isTrue();
    }

    @Test
    void seedingAgainLeavesTheCountysOwnChangesAlone() {
        var worked = LocalDate.of(2026, 10, 7);
        calendars
                .set(administrator, new CalendarSpan(worked, worked, true, "harvest"))
                .orThrow();
        calendars.seed(county).orThrow();
        assertThat(calendars.of(county).isWorkingDay(worked)).isTrue();
    }

    @Test
    void nobodyElseLooksOrChanges() {
        var institute = unit("INSTITUTE", administrator.unitsAs(Role.ADMINISTRATOR)[0]);
        for (var other : Set.of(
                holding(institute, Role.ADMINISTRATOR),
                new Actor(county, person(), Set.of(new Post(center(), Role.CLERK))),
                new Actor(elsewhere, person(), administrator.posts()),
                Actor.withoutPosts(county, person()))) {
            assertThat(calendars.set(other, sportsDay())).isEqualTo(Outcome.refused("calendar.not_yours"));
            assertThat(calendars.remove(other, SPORTS_DAY, SPORTS_DAY))
                    .isEqualTo(Outcome.refused("calendar.not_yours"));
            assertThat(calendars.year(other, 2026)).isEqualTo(Outcome.refused("calendar.not_yours"));
        }
    }

    @Test
    void takesASpanForASlipOfTheKeysWhenItIsLongerThanAMonth() {
        var longer = new CalendarSpan(SPORTS_DAY, SPORTS_DAY.plusDays(31), false, "leave");
        assertThat(calendars.set(administrator, longer)).isEqualTo(Outcome.refused("calendar.span", 31));
    }

    @Test
    void followsTheCountysOwnHours() {
        policies.set(county, Policy.WORKING_HOURS, DaySpan.parse("07:00-11:00"), null)
                .orThrow();
        assertThat(calendars.of(county).isWorking(Instant.parse("2026-06-15T23:30:00Z")))
                .isTrue();
    }

    @Test
    void saysWhichYearIsStillToBeEntered() {
        assertThat(yearToEnterOn("2026-10-01T00:00:00Z")).isEmpty();
        assertThat(yearToEnterOn("2026-11-20T00:00:00Z")).hasValue(2027);
    }

    /** A week of working days before the year ends, three of which somebody has to answer in. */
    @Test
    void saysWhenDeadlinesBeginToReachIntoAYearWithoutHolidays() {
        assertThat(yearReachedOn("2026-10-30T02:00:00Z")).isEmpty();
        assertThat(yearReachedOn("2026-12-24T02:00:00Z"))
                .as("three days on is the 29th")
                .isEmpty();
        assertThat(yearReachedOn("2026-12-29T02:00:00Z"))
                .as("three days on is the new year")
                .hasValue(2027);
        policies.set(county, Policy.REVIEW_WORKING_DAYS, 20, null).orThrow();
        assertThat(yearReachedOn("2026-12-10T02:00:00Z")).hasValue(2027);
        var newYear = LocalDate.of(2027, 1, 1);
        calendars
                .set(administrator, new CalendarSpan(newYear, newYear, false, "元旦"))
                .orThrow();
        assertThat(yearReachedOn("2026-12-29T02:00:00Z")).as("entered").isEmpty();
    }

    private OptionalInt yearReachedOn(String now) {
        return clock.at(Instant.parse(now), () -> calendars.yearReached(county));
    }

    private OptionalInt yearToEnterOn(String now) {
        return clock.at(Instant.parse(now), () -> calendars.yearToEnter(county));
    }

    private static CalendarSpan sportsDay() {
        return new CalendarSpan(SPORTS_DAY, SPORTS_DAY, false, "sports day");
    }

    private Actor holding(UnitId unit, Role role) {
        return new Actor(county, person(), Set.of(new Post(unit, role)));
    }

    private UnitId center() {
        return new UnitId(administrator.unitsAs(Role.ADMINISTRATOR)[0]);
    }

    private static PersonId person() {
        return new PersonId(Ids.next());
    }

    private UnitId unit(String tier, @Nullable UUID parent) {
        var id = Ids.next();
        db.sql("""
                insert into unit (county_id, id, tier, name, parent_id, opened_at)
                values (:county, :id, :tier, :tier, :parent, :at)
                """)
                .param("county", county.value())
                .param("id", id)
                .param("tier", tier)
                .param("parent", parent)
                .param("at", DbTime.of(clock.instant()))
                .update();
        return new UnitId(id);
    }
}
