package feiyan.loop.walk;

import feiyan.orders.CallBacks;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.RatingLinks;
import feiyan.orders.RatingSheets;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.List;
import java.util.Optional;

/** How it went: said in the page, by a link, on paper, or on the telephone. */
final class RatingKinds {

    private RatingKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of(
                        "ratings.page",
                        "SERVED:3 CLOSED:1",
                        turn -> turn.the(Orders.class)
                                .rate(
                                        turn.by(Town.both(
                                                turn.town().askers(turn.order()),
                                                turn.town().handlers(turn.order()))),
                                        turn.id(),
                                        turn.seen(),
                                        rating(turn, Rating.How.PAGE))),
                Kind.of(
                        "call_backs.rate",
                        "SERVED:2 CLOSED:1",
                        turn -> turn.the(Orders.class)
                                .rate(
                                        turn.by(Town.both(
                                                turn.town().askers(turn.order()),
                                                turn.town().handlers(turn.order()))),
                                        turn.id(),
                                        turn.seen(),
                                        rating(turn, Rating.How.CALL_BACK))),
                Kind.of("ratings.link", "SERVED:2 CLOSED:1", turn -> byLink(turn, Optional.empty(), Rating.How.LINK)),
                Kind.of(
                        "ratings.paper",
                        "SERVED:3 CLOSED:2",
                        turn -> byLink(turn, Optional.of(neighbour(turn)), Rating.How.PAPER)),
                Kind.of(
                        "ratings.sheet",
                        "ACCEPTED:1 SERVED:1",
                        turn -> turn.the(RatingSheets.class)
                                .print(turn.by(turn.town().handlers(turn.order())), turn.id())),
                Kind.of(
                        "call_backs.phone",
                        "RETURNED:1 SERVED:1",
                        turn -> turn.the(CallBacks.class)
                                .phone(turn.by(turn.town().handlers(turn.order())), turn.id())));
    }

    private static Rating rating(Turn turn, Rating.How how) {
        return new Rating(
                turn.luck(0.75),
                turn.luck(0.3) ? null : Integer.valueOf(turn.dice().nextInt(turn.luck(0.97) ? 1 : 0, 6)),
                null,
                turn.dice().nextInt(1, 6),
                turn.luck(0.5) ? null : "They came in time.",
                how);
    }

    /** The link needs nobody; whoever holds it rates. A paper is copied by somebody of the village. */
    private static Outcome<?> byLink(Turn turn, Optional<Actor> reader, Rating.How how) {
        var path = turn.the(RatingLinks.class).of(turn.town().county(), turn.id());
        var token = path.filter(it -> turn.luck(0.95))
                .map(it -> it.substring("/r/".length()))
                .orElse("nobody-gave-me-this");
        var from = "10.0.0." + turn.dice().nextInt(250);
        return turn.the(RatingLinks.class).rate(token, reader, from, rating(turn, how));
    }

    private static Actor neighbour(Turn turn) {
        return turn.by(turn.town().helpers().stream()
                .filter(helper ->
                        turn.order().station().equals(turn.town().homes().get(helper.person())))
                .toList());
    }
}
