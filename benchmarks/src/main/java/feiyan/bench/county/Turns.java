package feiyan.bench.county;

import feiyan.bench.county.BigCounty.Crew;
import feiyan.bench.county.BigCounty.Helper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The helpers of one village, asked in turn: nobody twice on one day, and nobody past the week's limit. The members of
 * the village's team are the first of them, and have a turn of their own when the team is asked.
 */
final class Turns {

    private static final int EARLIEST = 9;
    private static final int LATEST = 16;

    private final List<Helper> helpers;
    private final Helper newcomer;
    private final @Nullable Crew crew;
    private final @Nullable LocalDate[] last;
    private final int[] minutes;
    private int at;
    private int atInTeam;

    /**
     * @param newcomer has no turn, wherever they live
     * @param crew the village's team; null where it has none
     */
    Turns(List<Helper> helpers, Helper newcomer, @Nullable Crew crew) {
        this.helpers = helpers;
        this.newcomer = newcomer;
        this.crew = crew;
        this.last = new LocalDate[helpers.size()];
        this.minutes = new int[helpers.size()];
    }

    /** @param daysSince this helper served before; null for the first time */
    record Turn(int place, Helper helper, @Nullable Integer daysSince) {}

    @Nullable
    Crew crew() {
        return crew;
    }

    private int many(boolean inTeam) {
        return inTeam && crew != null ? crew.members().size() : helpers.size();
    }

    /** Null where everybody of the village, or of its team, has served that day or done enough that week. */
    @Nullable
    Turn next(LocalDate day, boolean inTeam) {
        for (int tried = 0; tried < many(inTeam); tried++) {
            int place = (inTeam ? atInTeam++ : at++) % many(inTeam);
            if (hasRoom(place, day) && !hours(helpers.get(place), day).isEmpty()) {
                return turn(place, day);
            }
        }
        return null;
    }

    /** At most so many who can do the same at the same hour, the next in turn first. */
    List<Turn> others(Turn first, String skill, LocalDate day, int hour, boolean inTeam, int most) {
        var others = new ArrayList<Turn>();
        for (int tried = 1; tried < many(inTeam) && others.size() < most; tried++) {
            int place = (first.place() + tried) % many(inTeam);
            var helper = helpers.get(place);
            if (helper.skills().contains(skill)
                    && hasRoom(place, day)
                    && hours(helper, day).contains(hour)) {
                others.add(turn(place, day));
            }
        }
        return others;
    }

    private boolean hasRoom(int place, LocalDate day) {
        var before = last[place];
        boolean rested = before == null || before.isBefore(day);
        return rested
                && !helpers.get(place).equals(newcomer)
                && minutesIn(place, day) + Settlement.LONGEST <= People.WEEKLY_MINUTES;
    }

    private Turn turn(int place, LocalDate day) {
        var before = last[place];
        return new Turn(
                place, helpers.get(place), before == null ? null : (int) (day.toEpochDay() - before.toEpochDay()));
    }

    /** At which hours of the day a service can begin and end within what the helper keeps free. */
    static List<Integer> hours(Helper helper, LocalDate day) {
        return IntStream.range(EARLIEST, LATEST)
                .filter(hour -> helper.free().covers(day.atTime(hour, 0), day.atTime(hour + 2, 0)))
                .boxed()
                .toList();
    }

    private int minutesIn(int place, LocalDate day) {
        var before = last[place];
        return before != null && monday(before).equals(monday(day)) ? minutes[place] : 0;
    }

    void book(Turn turn, LocalDate day, int served) {
        minutes[turn.place()] = minutesIn(turn.place(), day) + served;
        last[turn.place()] = day;
    }

    /** The next who could do it, and does not come this time; null where nobody else can. */
    @Nullable
    Helper other(Collection<Helper> than, String skill) {
        for (int tried = 0; tried < helpers.size(); tried++) {
            var next = helpers.get((at + tried) % helpers.size());
            if (next.skills().contains(skill) && !than.contains(next) && !next.equals(newcomer)) {
                return next;
            }
        }
        return null;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
