package feiyan.loop.walk;

import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * One command as somebody is about to give it: who, on what, having seen what. Remembers what was drawn, so that a
 * command which was done can be asked whether it should have been.
 */
final class Turn {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final long QUARTER = 15;

    private final World world;
    private final Town town;
    private final int place;
    private final @Nullable Facts order;
    private final Looking looking;
    private final SplittableRandom dice;
    private @Nullable Actor actor;
    private List<Actor> rightful = List.of();
    private boolean alone;
    private @Nullable OrderId subject;
    private int seen = -1;

    Turn(World world, Town town, int place, @Nullable Facts order, Looking looking, SplittableRandom dice) {
        this.world = world;
        this.town = town;
        this.place = place;
        this.order = order;
        this.subject = order == null ? null : order.id();
        this.looking = looking;
        this.dice = dice;
    }

    Town town() {
        return town;
    }

    Facts order() {
        return Objects.requireNonNull(order, "a command on an order");
    }

    OrderId id() {
        return order().id();
    }

    Looking looking() {
        return looking;
    }

    SplittableRandom dice() {
        return dice;
    }

    World world() {
        return world;
    }

    ApplicationContext house() {
        return world.house();
    }

    <T> T the(Class<T> door) {
        return world.the(door);
    }

    boolean luck(double chance) {
        return dice.nextDouble() < chance;
    }

    <T> T one(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    /** One of those who may; half of the time anybody of the two counties, who most often may not. */
    Actor by(List<Actor> who) {
        rightful = who;
        boolean wrong = who.isEmpty() || luck(0.5);
        var from = luck(0.5) ? town : world.other(town);
        actor = wrong ? one(from.everybody()) : one(who);
        return actor;
    }

    /** As {@link #by}, where who may cannot change while the command is on its way. */
    Actor alone(List<Actor> who) {
        alone = true;
        return by(who);
    }

    /** As {@link #by}, for what concerns nobody but themselves: everybody may, wherever they live. */
    Actor own(List<Actor> who) {
        var drawn = by(who);
        actor = null;
        return drawn;
    }

    /** Mostly the version that stands, sometimes one that is gone, sometimes one that is still to come. */
    int seen() {
        int version = order().version();
        seen = luck(0.9) ? version : luck(0.8) ? version - 1 : version + 1;
        return seen;
    }

    Instant now() {
        return world.clock().instant();
    }

    Instant in(int minutes) {
        return now().plus(Duration.ofMinutes(minutes));
    }

    /** Soon, at a quarter of an hour, by daylight unless it is urgent: so long as the order takes. */
    Slot soon() {
        var from = quarter(latest(in(5), order().window().from()).plus(Duration.ofMinutes(QUARTER * dice.nextInt(6))));
        int hour = from.atZone(CHINA).getHour();
        if (!order().urgent() && (hour < 8 || hour > 19)) {
            from = from.atZone(CHINA)
                    .plusDays(hour > 19 ? 1 : 0)
                    .withHour(8)
                    .withMinute(Math.toIntExact(QUARTER * dice.nextInt(4)))
                    .toInstant();
        }
        return new Slot(from, from.plus(Duration.ofMinutes(order().minutes())));
    }

    static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant quarter(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS)
                .plus(Duration.ofMinutes((at.atZone(CHINA).getMinute() / QUARTER + 1) * QUARTER));
    }

    /** A new one: under this id, if anybody places it. */
    OrderId fresh(OrderId id) {
        world.expect(town, id);
        subject = id;
        return id;
    }

    /** What was placed stands here from now on, for everybody to work on. */
    Outcome<OrderId> placed(Outcome<OrderId> outcome) {
        if (outcome instanceof Outcome.Done<OrderId>(var id)) {
            world.expect(town, id);
            world.put(town, place, id);
        }
        return outcome;
    }

    /** Why what was done should not have been; null where it may. */
    @Nullable
    String wrong(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused || actor == null) {
            return null;
        }
        if (!actor.county().equals(town.county())) {
            return subject != null && world.mayHave(actor.county(), subject) ? null : "reached into another county";
        }
        if (order != null && seen >= 0 && seen < order.version()) {
            return "acted on a version that was gone";
        }
        boolean exact = alone || (order != null && seen == order.version());
        return exact && !rightful.contains(actor) ? "it was not theirs to do" : null;
    }

    String who() {
        return actor == null ? "the clock" : actor.toString();
    }

    int sawVersion() {
        return seen;
    }
}
