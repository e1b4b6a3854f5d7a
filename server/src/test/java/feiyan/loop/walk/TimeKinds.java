package feiyan.loop.walk;

import feiyan.dispatch.MoveReason;
import feiyan.dispatch.ProposalSide;
import feiyan.dispatch.Reschedules;
import feiyan.dispatch.TimeProposalId;
import feiyan.dispatch.TimeProposals;
import feiyan.loop.walk.Looking.ProposalSeen;
import feiyan.loop.walk.Looking.SeatSeen;
import feiyan.orders.Slot;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Another time: asked for, agreed to, refused, taken back, or written down by the unit. */
final class TimeKinds {

    private TimeKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of("time.propose", "ACCEPTED:4", TimeKinds::propose),
                Kind.of(
                        "time.accept",
                        "ACCEPTED:3",
                        turn -> asked(
                                turn,
                                (open, id) -> turn.the(TimeProposals.class).accept(anySide(turn), id))),
                Kind.of(
                        "time.decline",
                        "ACCEPTED:2",
                        turn -> asked(
                                turn,
                                (open, id) -> turn.the(TimeProposals.class).decline(anySide(turn), id))),
                Kind.of(
                        "time.withdraw",
                        "ACCEPTED:2",
                        turn -> asked(
                                turn,
                                (open, id) -> turn.the(TimeProposals.class).withdraw(anySide(turn), id))),
                Kind.of(
                        "time.by_telephone",
                        "ACCEPTED:1",
                        turn -> turn.the(TimeProposals.class)
                                .agreedByTelephone(
                                        turn.by(turn.town().inCharge(turn.order())),
                                        turn.id(),
                                        turn.seen(),
                                        another(turn),
                                        turn.one(List.of(MoveReason.values())))),
                Kind.of(
                        "time.move",
                        "ACCEPTED:1",
                        turn -> turn.the(Reschedules.class)
                                .move(
                                        turn.by(turn.town().inCharge(turn.order())),
                                        turn.id(),
                                        turn.seen(),
                                        slot(turn))));
    }

    private static Outcome<?> propose(Turn turn) {
        var side = turn.one(List.of(ProposalSide.values()));
        var askers = side == ProposalSide.REQUESTER ? turn.town().askers(turn.order()) : serving(turn);
        var actor = turn.by(Town.both(askers, turn.town().inCharge(turn.order())));
        return turn.the(TimeProposals.class).propose(actor, turn.id(), side, another(turn));
    }

    private static Actor anySide(Turn turn) {
        return turn.by(Stream.of(
                        turn.town().askers(turn.order()),
                        serving(turn),
                        turn.town().inCharge(turn.order()))
                .flatMap(List::stream)
                .distinct()
                .toList());
    }

    private static List<Actor> serving(Turn turn) {
        return turn.looking().seats(turn.order()).stream()
                .map(SeatSeen::volunteer)
                .flatMap(person -> turn.town().person(person).stream())
                .toList();
    }

    private static Instant another(Turn turn) {
        return turn.soon().from().plus(Duration.ofMinutes(15L * turn.dice().nextInt(0, 8)));
    }

    private static Slot slot(Turn turn) {
        var from = another(turn);
        return new Slot(from, from.plus(Duration.ofMinutes(turn.order().minutes())));
    }

    private static Outcome<?> asked(Turn turn, BiFunction<Optional<ProposalSeen>, TimeProposalId, Outcome<?>> deed) {
        var open = turn.looking().proposal(turn.order());
        return deed.apply(open, open.map(ProposalSeen::id).orElseGet(() -> new TimeProposalId(Ids.next())));
    }
}
