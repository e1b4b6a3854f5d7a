package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.orders.Slot;
import feiyan.platform.Ids;
import feiyan.platform.Policy;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.WeekHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceRulesTest {

    /** Saturday, ten in the morning in China. */
    private static final Instant TEN = Instant.parse("2026-03-07T02:00:00Z");

    private static final CoarsePosition HOME = new CoarsePosition(34.6, 118.3);
    private static final CoarsePosition NEXT_VILLAGE = new CoarsePosition(34.63, 118.3);
    private static final WeekHours ALWAYS = new WeekHours("1".repeat(WeekHours.HOURS));

    private final PlannedService haircut = service(TEN, 60, NEXT_VILLAGE, false);

    @Test
    void nothingStandsAgainstAGoodMatch() {
        assertThat(against(new Person(), haircut)).isEmpty();
    }

    @Test
    void skillAndCertificateAreNeeded() {
        assertThat(against(new Person().unskilled(), haircut)).containsExactly(Obstacle.SKILL);
        assertThat(against(new Person().unqualified(), haircut)).containsExactly(Obstacle.QUALIFICATION);
    }

    @Test
    void hazardousServicesNeedInsuranceThatLastsThatDay() {
        var hazardous = service(TEN, 60, NEXT_VILLAGE, true);
        assertThat(against(new Person(), hazardous)).containsExactly(Obstacle.INSURANCE);
        assertThat(against(new Person().insuredUntil(LocalDate.of(2026, 3, 6)), hazardous))
                .containsExactly(Obstacle.INSURANCE);
        assertThat(against(new Person().insuredUntil(LocalDate.of(2026, 3, 7)), hazardous))
                .isEmpty();
    }

    @Test
    void minorsServeNeitherLateNorOnHazardousServices() {
        var minor = new Person().born(2009).insuredUntil(LocalDate.of(2027, 1, 1));
        assertThat(against(minor, haircut)).isEmpty();
        assertThat(against(minor, service(TEN.plus(Duration.ofHours(10)), 61, NEXT_VILLAGE, false)))
                .containsExactly(Obstacle.MINOR_LATE);
        assertThat(against(minor, service(TEN.plus(Duration.ofHours(10)), 60, NEXT_VILLAGE, false)))
                .isEmpty();
        assertThat(against(minor, service(TEN, 60, NEXT_VILLAGE, true))).containsExactly(Obstacle.MINOR_HAZARD);
        assertThat(against(new Person().born(null), service(TEN, 60, NEXT_VILLAGE, true)))
                .contains(Obstacle.MINOR_HAZARD);
    }

    @Test
    void theRadiusIsAStraightLineAndMeansNothingRemotely() {
        assertThat(against(new Person().radius(3_300), haircut)).containsExactly(Obstacle.TOO_FAR);
        assertThat(against(new Person().radius(3_400), haircut)).isEmpty();
        assertThat(against(new Person().radius(500), service(TEN, 60, null, false)))
                .isEmpty();
    }

    @Test
    void eachHourTouchedMustBeFree() {
        var morning = new Person().free(WeekHours.NONE.with(java.time.DayOfWeek.SATURDAY, 10, 11));
        assertThat(against(morning, haircut)).isEmpty();
        assertThat(against(morning, service(TEN, 61, NEXT_VILLAGE, false))).containsExactly(Obstacle.NOT_FREE);
    }

    @Test
    void theWayBetweenTwoServicesTakesTime() {
        // 3,336 m straight, 4,337 m of road: 5 + 11 minutes.
        assertThat(Travel.between(HOME, NEXT_VILLAGE)).isEqualTo(Duration.ofMinutes(16));
        assertThat(Travel.between(HOME, HOME)).isZero();
        assertThat(Travel.between(null, HOME)).isZero();
        assertThat(against(new Person().busy(TEN.minus(Duration.ofMinutes(75)), 60, HOME), haircut))
                .containsExactly(Obstacle.OVERLAP);
        assertThat(against(new Person().busy(TEN.minus(Duration.ofMinutes(76)), 60, HOME), haircut))
                .isEmpty();
        assertThat(against(new Person().busy(TEN.plus(Duration.ofMinutes(60)), 60, NEXT_VILLAGE), haircut))
                .isEmpty();
        assertThat(against(new Person().busy(TEN.plus(Duration.ofMinutes(59)), 60, NEXT_VILLAGE), haircut))
                .containsExactly(Obstacle.OVERLAP);
    }

    @Test
    void nobodyServesMoreThanTenHoursInAnyTwentyFour() {
        var since = TEN.minus(Duration.ofHours(20));
        assertThat(against(new Person().busy(since, 540, null), haircut)).isEmpty();
        assertThat(against(new Person().busy(since, 541, null), haircut)).contains(Obstacle.TEN_HOURS);
        // Begun more than a day before the end of the haircut: only the rest of it counts in one day with it.
        assertThat(against(new Person().busy(TEN.minus(Duration.ofHours(24)), 600, null), haircut))
                .isEmpty();
    }

    @Test
    void aCountyDecidesHowMuchADayMayHold() {
        var since = TEN.minus(Duration.ofHours(20));
        var shorter = Policy.standard().with(Policy.MINUTES_IN_24_HOURS, 300);
        var busy = new Person().busy(since, 241, null).helper();
        assertThat(ServiceRules.against(busy, haircut, Policy.standard())).isEmpty();
        assertThat(ServiceRules.against(busy, haircut, shorter)).containsExactly(Obstacle.TEN_HOURS);
    }

    @Test
    void theWeekHasItsLimit() {
        assertThat(against(new Person().booked(540), haircut)).isEmpty();
        assertThat(against(new Person().booked(541), haircut)).containsExactly(Obstacle.WEEK_FULL);
    }

    @Test
    void elevenHoursLieBetweenTheServicesOfTwoDays() {
        var lateTheDayBefore = TEN.minus(Duration.ofHours(12));
        assertThat(against(new Person().busy(lateTheDayBefore, 61, null), haircut))
                .containsExactly(Obstacle.REST);
        assertThat(against(new Person().busy(lateTheDayBefore, 60, null), haircut))
                .isEmpty();
        var earlyTheDayAfter = TEN.plus(Duration.ofHours(15));
        var lateHaircut = service(TEN.plus(Duration.ofHours(9)), 60, NEXT_VILLAGE, false);
        assertThat(against(new Person().busy(earlyTheDayAfter, 30, null), lateHaircut))
                .containsExactly(Obstacle.REST);
    }

    @Test
    void aNightServiceBelongsToTheDayOnWhichItBegins() {
        var untilTwoAtNight = new Person().busy(TEN.minus(Duration.ofHours(11)), 180, null);
        assertThat(against(untilTwoAtNight, haircut)).containsExactly(Obstacle.REST);
        var twiceThatNight = service(TEN.minus(Duration.ofHours(7)), 60, null, false);
        assertThat(against(untilTwoAtNight, twiceThatNight)).containsExactly(Obstacle.REST);
    }

    @Test
    void servicesOfOneDayNeedNoSuchRest() {
        assertThat(against(new Person().busy(TEN.plus(Duration.ofHours(2)), 60, null), haircut))
                .isEmpty();
    }

    @Test
    void howLongTheRestIsTheCountyDecides() {
        var busy = new Person().busy(TEN.minus(Duration.ofHours(12)), 61, null).helper();
        var shorter = Policy.standard().with(Policy.REST_BETWEEN_DAYS, Duration.ofHours(8));
        assertThat(ServiceRules.against(busy, haircut, shorter)).isEmpty();
    }

    @Test
    void aServiceCountsToTheWeekInWhichItBegins() {
        var sundayNight = Instant.parse("2026-03-08T15:59:00Z");
        assertThat(ServiceRules.week(sundayNight)).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(ServiceRules.week(sundayNight.plusSeconds(60))).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    private static Set<Obstacle> against(Person person, PlannedService service) {
        return ServiceRules.against(person.helper(), service, Policy.standard());
    }

    private static PlannedService service(
            Instant from, int minutes, @Nullable CoarsePosition place, boolean hazardous) {
        return new PlannedService("barber", null, hazardous, place, slot(from, minutes));
    }

    private static Slot slot(Instant from, int minutes) {
        return new Slot(from, from.plus(Duration.ofMinutes(minutes)));
    }

    /** Can everything, is always free, until a test says otherwise. */
    private static final class Person {
        private boolean skilled = true;
        private boolean qualified = true;
        private WeekHours free = ALWAYS;
        private int radius = 5_000;
        private int booked;
        private @Nullable Integer born = 1980;
        private @Nullable LocalDate insured;
        private List<Commitment> commitments = List.of();

        Person unskilled() {
            skilled = false;
            return this;
        }

        Person unqualified() {
            qualified = false;
            return this;
        }

        Person free(WeekHours hours) {
            free = hours;
            return this;
        }

        Person radius(int metres) {
            radius = metres;
            return this;
        }

        Person booked(int minutes) {
            booked = minutes;
            return this;
        }

        Person born(@Nullable Integer year) {
            born = year;
            return this;
        }

        Person insuredUntil(LocalDate day) {
            insured = day;
            return this;
        }

        Person busy(Instant from, int minutes, @Nullable CoarsePosition place) {
            commitments = List.of(new Commitment(slot(from, minutes), place));
            return this;
        }

        Helper helper() {
            return new Helper(
                    new PersonId(Ids.next()),
                    "000000000000",
                    "Zhao",
                    skilled,
                    qualified,
                    free,
                    HOME,
                    radius,
                    600,
                    booked,
                    born,
                    insured,
                    commitments);
        }
    }
}
