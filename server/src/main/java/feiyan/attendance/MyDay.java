package feiyan.attendance;

import feiyan.dispatch.Companions;
import feiyan.dispatch.MyService;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatLine;
import feiyan.dispatch.SeatState;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The door to a volunteer's day: each seat with what there is to do for it now. */
@Component
public class MyDay {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final MyService mine;
    private final Companions companions;
    private final AttendanceRows rows;
    private final CheckInTries tries;
    private final Policies policies;
    private final InstantSource clock;

    MyDay(
            MyService mine,
            Companions companions,
            AttendanceRows rows,
            CheckInTries tries,
            Policies policies,
            InstantSource clock) {
        this.mine = mine;
        this.companions = companions;
        this.rows = rows;
        this.tries = tries;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Each list the soonest first, but what is over the latest first.
     *
     * @param today also what was never ended, on whatever day
     * @param over of the last days
     */
    public record Day(List<DaySeat> today, List<DaySeat> toCome, List<DaySeat> over, Instant now) {

        /** Where one may check in at a door now. */
        public List<DaySeat> atTheDoor() {
            return Stream.concat(today.stream(), toCome.stream())
                    .filter(seat -> seat.stage() == DayStage.CHECK_IN
                            && !seat.seat().order().remote())
                    .toList();
        }

        /** What one can check in for next, where it is not yet time. */
        public Optional<DaySeat> next() {
            return Stream.concat(today.stream(), toCome.stream())
                    .filter(seat -> seat.stage() == DayStage.TOO_EARLY
                            && !seat.seat().order().remote())
                    .findFirst();
        }
    }

    public Day of(Actor actor) {
        var now = clock.instant();
        var all = seats(actor, now);
        var open = all.stream().filter(seat -> !seat.isOver()).toList();
        var latestFirst = Comparator.comparing(
                        (DaySeat seat) -> seat.seat().time().from())
                .reversed();
        return new Day(
                open.stream().filter(seat -> isDue(seat, now)).toList(),
                open.stream().filter(seat -> !isDue(seat, now)).toList(),
                all.stream().filter(DaySeat::isOver).sorted(latestFirst).toList(),
                now);
    }

    private static boolean isDue(DaySeat seat, Instant now) {
        return !day(seat.seat().time().from()).isAfter(day(now)) || seat.presence() != null;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(CHINA).toLocalDate();
    }

    private List<DaySeat> seats(Actor actor, Instant now) {
        var lines = mine.seats(actor);
        var policy = policies.of(actor.county());
        var along = companions.of(actor, lines);
        var presences = presences(actor, lines).stream().collect(Collectors.toMap(Presence::seat, Function.identity()));
        return lines.stream()
                .map(line -> seat(line, policy, presences, now)
                        .with(along.getOrDefault(line.order().id(), List.of())))
                .toList();
    }

    /** Whoever has not come yet was there at no time. */
    private List<Presence> presences(Actor actor, List<SeatLine> lines) {
        var come = lines.stream()
                .filter(line -> line.state() != SeatState.TAKEN)
                .map(SeatLine::seat)
                .toList();
        return come.isEmpty() ? List.of() : rows.own(actor, come);
    }

    private static DaySeat seat(SeatLine line, Policy policy, Map<SeatId, Presence> presences, Instant now) {
        var presence = presences.get(line.seat());
        var left = presence == null || presence.out() == null ? now : presence.out();
        var minutes =
                presence == null ? 0 : Duration.between(presence.in(), left).toMinutes();
        var stage = DayStage.of(line, policy, now);
        return new DaySeat(line, stage, DayStage.opens(line, policy), presence, minutes, List.of());
    }

    /** How often a wrong code may still be typed. */
    public int triesLeft(Actor actor, SeatId seat) {
        return tries.left(actor.county(), seat, clock.instant());
    }
}
