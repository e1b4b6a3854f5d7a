package feiyan.bench.county;

import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.BigCounty.Resident;
import feiyan.bench.county.BigCounty.Station;
import feiyan.bench.county.PastOrder.Comer;
import feiyan.bench.county.PastOrder.Refusal;
import feiyan.bench.county.PastOrder.Team;
import feiyan.bench.county.Shifts.Shift;
import feiyan.calendar.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws the past of a county day by day, the same for the same seed. Whoever serves lives in the requester's village,
 * has the skill, and keeps the rules: at one place a day, so that ways and rests are no question, and within the week.
 */
final class Fates {

    private static final int DAYS_A_YEAR = 365;
    /** The last ones have had their week for the rating. */
    private static final int LAST_DAYS_AGO = 10;

    private static final int REFUSED_FIRST_PERCENT = 20;

    private final List<Station> stations;
    private final Map<Station, List<Resident>> residents;
    private final Shifts shifts;
    private final LocalDate first;
    private final int aDay;
    private final SplittableRandom random;

    Fates(BigCounty county, CountySize size, Instant now) {
        this.stations = county.stations();
        this.residents = county.residents().stream().collect(Collectors.groupingBy(Resident::station));
        this.aDay = aDay(size);
        this.first = LocalDate.ofInstant(now, WorkingTime.ZONE).minusDays(LAST_DAYS_AGO + days(size));
        this.random = new SplittableRandom(size.seed());
        this.shifts = new Shifts(county, random);
    }

    private static int aDay(CountySize size) {
        return Math.max(1, size.aYear() / DAYS_A_YEAR);
    }

    private static int days(CountySize size) {
        return Math.ceilDiv(size.orders(), aDay(size));
    }

    /** How long ago the first of so many orders was placed, and a little more. */
    static Duration reach(CountySize size) {
        return Duration.ofDays(LAST_DAYS_AGO + days(size) + 7);
    }

    /** The first at or after this one with whose day a week begins: there a past can be cut in two. */
    int weekAt(int number) {
        int day = Math.ceilDiv(number, aDay);
        var monday = first.plusDays(day).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return aDay * (int) (monday.toEpochDay() - first.toEpochDay());
    }

    PastOrder draw(int number) {
        var day = first.plusDays(number / aDay);
        var station = oneOf(stations);
        var shift = shifts.draw(station, day);
        while (shift == null) {
            station = oneOf(stations);
            shift = shifts.draw(station, day);
        }
        var refuses = random.nextInt(100) < REFUSED_FIRST_PERCENT ? shifts.other(station, shift) : null;
        return lived(number, day, oneOf(Objects.requireNonNull(residents.get(station))), shift, refuses);
    }

    private PastOrder lived(int number, LocalDate day, Resident resident, Shift shift, @Nullable Helper refuses) {
        var begins = at(day, LocalTime.of(shift.hour(), 30 * random.nextInt(2)));
        var placed = at(day.minusDays(random.nextInt(1, 5)), LocalTime.of(8, 0)).plus(seconds(0, 12 * 60));
        var approved = placed.plus(seconds(10, 180));
        var refusal = refuses == null ? null : refusal(refuses, approved.plus(seconds(5, 60)));
        var offered = (refusal == null ? approved : refusal.refused()).plus(seconds(5, 60));
        var team = shift.crew() == null ? null : new Team(shift.crew(), offered.plus(seconds(2, 90)));
        var comers = comers(shift, begins, offered, team);
        var gone = comers.stream().map(Comer::went).max(Instant::compareTo).orElseThrow();
        return new PastOrder(
                number,
                day,
                resident,
                shift.project(),
                placed,
                approved,
                refusal,
                offered,
                begins,
                comers,
                team,
                gone.plus(seconds(60, 48 * 60)),
                random.nextLong());
    }

    private Refusal refusal(Helper refuses, Instant offered) {
        return new Refusal(refuses, offered, offered.plus(seconds(3, 60)));
    }

    /** Each says yes by themselves; whom a team sends has the seat when its leader fills them all. */
    private List<Comer> comers(Shift shift, Instant begins, Instant offered, @Nullable Team team) {
        var filled = team == null ? null : team.accepted().plus(seconds(2, 40));
        var ends = begins.plus(Duration.ofMinutes(shift.project().minutes()));
        return shift.turns().stream()
                .map(turn -> new Comer(
                        turn.helper(),
                        turn.daysSince(),
                        filled == null ? offered.plus(seconds(2, 90)) : filled,
                        begins.plus(seconds(-10, 8)),
                        ends.plus(seconds(0, 15))))
                .toList();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(WorkingTime.ZONE).toInstant();
    }

    private Duration seconds(int fromMinutes, int toMinutes) {
        return Duration.ofSeconds(random.nextInt(60 * fromMinutes, 60 * toMinutes));
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
