package feiyan.loop.walk;

import feiyan.loop.walk.Looking.ComplaintSeen;
import feiyan.orders.ComplaintId;
import feiyan.orders.Complaints;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What is said where something went wrong, and who answers. */
final class ComplaintKinds {

    private ComplaintKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of(
                        "complaints.open",
                        "SUBMITTED:1 SERVED:1 CLOSED:2 REFUSED:12 CANCELLED:2",
                        turn -> turn.the(Complaints.class)
                                .open(turn.alone(turn.town().askers(turn.order())), turn.id(), words(turn))),
                Kind.of(
                        "complaints.answer",
                        "CLOSED:1 REFUSED:6 CANCELLED:1",
                        turn -> about(
                                turn,
                                (said, id) -> turn.the(Complaints.class)
                                        .answer(above(turn, said), id, seen(turn, said), words(turn)))),
                Kind.of(
                        "complaints.accept",
                        "CLOSED:1 REFUSED:1 CANCELLED:1",
                        turn -> about(
                                turn,
                                (said, id) ->
                                        turn.the(Complaints.class).accept(whose(turn, said), id, seen(turn, said)))),
                Kind.of("complaints.raise", "CLOSED:1 REFUSED:5 CANCELLED:1", ComplaintKinds::raise),
                Kind.of(
                        "complaints.uphold",
                        "REFUSED:8",
                        turn -> about(
                                turn,
                                (said, id) -> turn.the(Complaints.class)
                                        .uphold(above(turn, said), id, seen(turn, said), words(turn)))));
    }

    /** After an answer, or where a unit keeps silent. */
    private static Outcome<?> raise(Turn turn) {
        var silence = turn.looking().silence(turn.town().county(), turn.now());
        var said =
                silence.isPresent() && turn.luck(0.3) ? silence : turn.looking().complaint(turn.order());
        var id = said.map(ComplaintSeen::id).orElseGet(() -> new ComplaintId(Ids.next()));
        return turn.the(Complaints.class).raise(whose(turn, said), id, seen(turn, said), words(turn));
    }

    private static String words(Turn turn) {
        return turn.luck(0.95) ? "Nobody told us why." : turn.luck(0.5) ? "" : "x".repeat(501);
    }

    private static Actor whose(Turn turn, Optional<ComplaintSeen> said) {
        return turn.alone(turn.town().person(said.map(ComplaintSeen::by).orElse(null)));
    }

    /** Of the unit that answers or above it; at the center its administrator. */
    private static Actor above(Turn turn, Optional<ComplaintSeen> said) {
        return turn.by(said.map(it -> it.toAdministrator()
                        ? List.of(turn.town().administrator())
                        : turn.town().over(it.unit()))
                .orElse(List.of()));
    }

    private static int seen(Turn turn, Optional<ComplaintSeen> said) {
        int version = said.map(ComplaintSeen::version).orElse(1);
        return turn.luck(0.9) ? version : version - 1;
    }

    private static Outcome<?> about(Turn turn, BiFunction<Optional<ComplaintSeen>, ComplaintId, Outcome<?>> deed) {
        var said = turn.looking().complaint(turn.order());
        return deed.apply(said, said.map(ComplaintSeen::id).orElseGet(() -> new ComplaintId(Ids.next())));
    }
}
