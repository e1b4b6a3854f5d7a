package feiyan.loop.walk;

import feiyan.orders.Orders;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.util.List;

/** What the units do with an order on their desk, and what the requester answers. */
final class ReviewKinds {

    private ReviewKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of("review.approve", "SUBMITTED:16", ReviewKinds::approve),
                Kind.of(
                        "review.resolve",
                        "SUBMITTED:2 APPROVED:1",
                        turn -> turn.the(Review.class)
                                .resolve(desk(turn), turn.id(), turn.seen(), words(turn, "Done at the station."))),
                Kind.of("review.escalate", "SUBMITTED:2 APPROVED:1", ReviewKinds::escalate),
                Kind.of("review.hand_down", "SUBMITTED:2 APPROVED:1", ReviewKinds::handDown),
                Kind.of(
                        "review.ask_back",
                        "SUBMITTED:3 APPROVED:1",
                        turn -> turn.the(Review.class)
                                .askBack(desk(turn), turn.id(), turn.seen(), words(turn, "Which door?"))),
                Kind.of(
                        "review.refuse",
                        "SUBMITTED:2 RETURNED:1 APPROVED:1",
                        turn -> turn.the(Review.class)
                                .refuse(
                                        desk(turn),
                                        turn.id(),
                                        turn.seen(),
                                        turn.one(List.of(RefusalReason.values())),
                                        words(turn, "Ask again in spring."))),
                Kind.of("review.uphold_appeal", "REFUSED:5", ReviewKinds::upholdAppeal),
                Kind.of(
                        "review.called",
                        "RETURNED:2 SERVED:3 CLOSED:1",
                        turn -> turn.the(Review.class).called(desk(turn), turn.id(), turn.luck(0.7))),
                Kind.of(
                        "orders.answer",
                        "RETURNED:3",
                        turn -> turn.the(Orders.class).answer(anyone(turn), turn.id(), turn.seen(), "The blue one.")),
                Kind.of(
                        "orders.cancel",
                        "SUBMITTED:1 RETURNED:1 APPROVED:1 OFFERED:1 ACCEPTED:1 MERGED:1 IN_SERVICE:1",
                        turn -> turn.the(Orders.class)
                                .cancel(
                                        anyone(turn),
                                        turn.id(),
                                        turn.seen(),
                                        turn.luck(0.5) ? null : "Not any more.")));
    }

    private static Actor desk(Turn turn) {
        return turn.by(turn.town().inCharge(turn.order()));
    }

    private static Actor anyone(Turn turn) {
        return turn.by(Town.both(turn.town().askers(turn.order()), turn.town().inCharge(turn.order())));
    }

    /** Now and then somebody sends the form empty, or pastes a book. */
    private static String words(Turn turn, String said) {
        return turn.luck(0.96) ? said : turn.luck(0.5) ? " " : "x".repeat(501);
    }

    private static Outcome<?> approve(Turn turn) {
        var asked = turn.order().project();
        var project = asked == null || turn.luck(0.05) ? turn.one(turn.town().projects()) : asked;
        return turn.the(Review.class).approve(desk(turn), turn.id(), turn.seen(), turn.luck(0.1) ? null : project);
    }

    private static Outcome<?> escalate(Turn turn) {
        var up = turn.town().above(turn.order().unit());
        var to = up.isEmpty() || turn.luck(0.1) ? turn.one(turn.town().stations()) : turn.one(up);
        return turn.the(Review.class).escalate(desk(turn), turn.id(), turn.seen(), to, null);
    }

    private static Outcome<?> handDown(Turn turn) {
        var to = turn.one(List.copyOf(turn.town().up().keySet()));
        return turn.the(Review.class).handDown(desk(turn), turn.id(), turn.seen(), to, "Nearer to you.");
    }

    private static Outcome<?> upholdAppeal(Turn turn) {
        var above = above(turn);
        var who = turn.by(turn.town().over(above));
        return turn.the(Review.class).upholdAppeal(who, turn.id(), turn.seen(), above);
    }

    private static UnitId above(Turn turn) {
        var up = turn.town().above(turn.order().unit());
        return up.isEmpty() ? turn.order().unit() : turn.one(up);
    }
}
