package feiyan.demo;

import static java.util.Comparator.comparingDouble;

import feiyan.calendar.WorkingTime;
import feiyan.demo.DemoTeams.Squad;
import feiyan.orders.OrderView;
import feiyan.orders.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds people for an order the way a dispatcher does: the village's own team, a professional one, or by name. */
final class Shifts {

    /** So many times are looked at before a dispatcher gives up. */
    private static final int TIMES = 8;

    private final World world;

    Shifts(World world) {
        this.world = world;
    }

    /** @param notBefore everybody needs time to answer and to get there */
    Optional<Shift> find(Life life, OrderView order, Instant notBefore) {
        int headcount = order.headcount();
        var times = times(order, notBefore);
        world.luck().shuffle(times);
        boolean byTeam =
                life.isGroup() || life.fate() == Fate.FORGOTTEN || world.luck().percent(65);
        for (var time : times.subList(0, Math.min(TIMES, times.size()))) {
            var found = byTeam ? byTeam(life, time, headcount) : byName(life, time, headcount);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Each half hour of the window's days between eight and eight. */
    static List<Slot> times(OrderView order, Instant notBefore) {
        var window = order.window();
        var length = Duration.ofMinutes(order.durationMinutes());
        var times = new ArrayList<Slot>();
        var first = LocalDateTime.ofInstant(window.from(), WorkingTime.ZONE)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        for (var at = first; instant(at).isBefore(window.to()); at = at.plusMinutes(30)) {
            var start = instant(at);
            boolean byDay = at.getHour() >= 8 && at.plus(length).getHour() < 20 && at.getHour() < 20;
            if (byDay && start.isAfter(notBefore) && window.contains(new Slot(start, start.plus(length)))) {
                times.add(new Slot(start, start.plus(length)));
            }
        }
        return times;
    }

    private static Instant instant(LocalDateTime at) {
        return at.atZone(WorkingTime.ZONE).toInstant();
    }

    private Optional<Shift> byTeam(Life life, Slot time, int headcount) {
        var own = world.squads().stream()
                .filter(squad -> squad.unit().equals(life.station().id()));
        var professional = world.squads().stream()
                .filter(squad -> squad.unit().equals(world.land().center()));
        return Stream.concat(own, professional)
                .map(squad -> new Shift(time, squad, able(squad, life, time, headcount)))
                .filter(shift -> shift.hands().size() == headcount)
                .findFirst();
    }

    private List<Hand> able(Squad squad, Life life, Slot time, int headcount) {
        return squad.members().stream()
                .filter(hand -> canServe(hand, life, time))
                .limit(headcount)
                .toList();
    }

    /** Whoever hears needs at this station's doors may have written this one down, and nobody serves their own. */
    private boolean canServe(Hand hand, Life life, Slot time) {
        return world.roster().canServe(hand, life, time)
                && !hand.id().equals(world.swallow(life.station()).person());
    }

    /** The nearest ones. */
    private Optional<Shift> byName(Life life, Slot time, int headcount) {
        var near = world.hands().stream()
                .filter(hand -> canServe(hand, life, time))
                .sorted(comparingDouble(hand -> hand.home().metresTo(life.place())))
                .limit(headcount)
                .toList();
        return near.size() == headcount ? Optional.of(new Shift(time, null, near)) : Optional.empty();
    }
}
