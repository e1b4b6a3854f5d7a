package feiyan.demo;

import static java.time.temporal.ChronoUnit.HOURS;

import feiyan.accounts.PersonId;
import feiyan.calendar.WorkingTime;
import feiyan.demo.DemoWords.Need;
import feiyan.demo.DemoWords.Need.Form;
import feiyan.orders.Channel;
import feiyan.orders.NewOrder;
import feiyan.orders.OnBehalf;
import feiyan.orders.Orders;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People ask for things: by phone, at the counter, by telephone, through the swallow at the door. */
@Component
class DemoNeeds {

    private static final List<Need> NEEDS = DemoWords.needs();
    private static final int WISHES = 8;

    private final Orders orders;
    private final DemoDesks desks;
    private final InstantSource clock;

    DemoNeeds(Orders orders, DemoDesks desks, InstantSource clock) {
        this.orders = orders;
        this.desks = desks;
        this.clock = clock;
    }

    /** Somebody needs something, and it takes its course. */
    void arises(World world) {
        arises(world, world.luck().oneOf(world.homes()), world.luck().oneOf(NEEDS), Fate.drawn(world.luck()));
    }

    Life arises(World world, Household home, Need need, Fate fate) {
        var project = world.project(need.project());
        var channel = channel(world.luck());
        var id = orders.place(actor(world, home, channel), order(world, home, need, channel))
                .orThrow();
        var life = new Life(id, world.requester(home), project, home.station(), home.home(), fate, List.of());
        desks.receive(world, life);
        return life;
    }

    /** For a scene of the story, which goes on with it. */
    Life arranged(World world, Household home, String project, Channel channel, Slot window) {
        var need = DemoWords.fromMenu(project);
        var id = orders.place(
                        actor(world, home, channel), order(world, home, need, channel, window, wished(world, home)))
                .orThrow();
        return new Life(
                id,
                world.requester(home),
                world.project(project),
                home.station(),
                home.home(),
                Fate.ARRANGED,
                List.of());
    }

    private static Channel channel(Luck luck) {
        int drawn = luck.between(1, 100);
        return drawn <= 45
                ? Channel.PHONE_PAGE
                : drawn <= 65 ? Channel.TELEPHONE : drawn <= 75 ? Channel.COUNTER : Channel.SWALLOW;
    }

    private static Actor actor(World world, Household home, Channel channel) {
        return switch (channel) {
            case PHONE_PAGE -> world.requester(home);
            case COUNTER, TELEPHONE -> world.offices().at(home.station().id());
            case SWALLOW -> world.swallow(home.station());
            case GROUP -> throw new IllegalArgumentException("nobody asks for a group order");
        };
    }

    private NewOrder order(World world, Household home, Need need, Channel channel) {
        var window = need.form() == Form.URGENT ? soon(clock.instant()) : someDay(clock.instant(), world.luck());
        return order(world, home, need, channel, window, wished(world, home));
    }

    private static NewOrder order(
            World world, Household home, Need need, Channel channel, Slot window, @Nullable PersonId named) {
        return new NewOrder(
                home.person(),
                channel,
                home.station().id(),
                need.form() == Form.WORDS ? null : world.project(need.project()).id(),
                need.words(),
                home.name(),
                home.phone().digits(),
                home.address(),
                home.home(),
                window,
                need.form() == Form.URGENT,
                agreed(channel),
                named);
    }

    /** Now and then somebody would like one of the village whom they know. */
    private static @Nullable PersonId wished(World world, Household home) {
        if (!world.luck().percent(WISHES)) {
            return null;
        }
        var near = world.hands().stream()
                .filter(hand -> hand.station().equals(home.station()))
                .toList();
        return world.luck().oneOf(near).id();
    }

    private static @Nullable OnBehalf agreed(Channel channel) {
        return switch (channel) {
            case COUNTER, SWALLOW -> OnBehalf.SPOKEN;
            case TELEPHONE -> OnBehalf.TELEPHONE;
            case PHONE_PAGE, GROUP -> null;
        };
    }

    private static Slot soon(Instant now) {
        return new Slot(now.plus(2, HOURS), now.plus(14, HOURS));
    }

    /** From eight to eight, one to three days, some days from now. */
    static Slot someDay(Instant now, Luck luck) {
        var first = now.atZone(WorkingTime.ZONE)
                .toLocalDate()
                .plusDays(luck.between(3, 6))
                .atTime(8, 0)
                .atZone(WorkingTime.ZONE)
                .toInstant();
        return new Slot(first, first.plus(luck.between(0, 2), ChronoUnit.DAYS).plus(12, HOURS));
    }
}
