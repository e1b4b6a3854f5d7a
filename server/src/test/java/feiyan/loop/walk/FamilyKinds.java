package feiyan.loop.walk;

import feiyan.orders.FollowRequest;
import feiyan.orders.FollowRequestId;
import feiyan.orders.Follower;
import feiyan.orders.FollowerId;
import feiyan.orders.Followers;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Children far away: asked, allowed, noted by the station, withdrawn. */
final class FamilyKinds {

    private FamilyKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of("family.ask", "CLOSED:1 SUBMITTED:1", FamilyKinds::ask),
                Kind.of("family.take_back", "CLOSED:1", turn -> {
                    var child = turn.own(turn.town().children());
                    return turn.the(Followers.class)
                            .takeBack(child, first(turn.the(Followers.class).asked(child)));
                }),
                Kind.of("family.allow", "CLOSED:1 SUBMITTED:1", turn -> {
                    var parent = turn.own(turn.town().households());
                    return turn.the(Followers.class)
                            .allow(parent, first(turn.the(Followers.class).asking(parent)), turn.luck(0.7));
                }),
                Kind.of("family.deny", "CLOSED:1", turn -> {
                    var parent = turn.own(turn.town().households());
                    return turn.the(Followers.class)
                            .deny(parent, first(turn.the(Followers.class).asking(parent)));
                }),
                Kind.of("family.note", "SUBMITTED:1", FamilyKinds::note),
                Kind.of("family.withdraw", "CLOSED:1", turn -> {
                    var somebody = turn.own(
                            Town.both(turn.town().households(), turn.town().children()));
                    return turn.the(Followers.class).withdraw(somebody, tie(turn, somebody));
                }),
                Kind.of("family.withdraw_at_the_desk", "SUBMITTED:1", FamilyKinds::withdrawAtTheDesk));
    }

    private static Outcome<?> ask(Turn turn) {
        var child = turn.own(turn.town().children());
        var parent = turn.luck(0.95) ? turn.one(turn.town().households()) : child;
        return turn.the(Followers.class).ask(child, phone(turn, parent), turn.luck(0.7));
    }

    /** Where somebody has none, a number that nobody has. */
    private static String phone(Turn turn, Actor somebody) {
        return turn.town().phones().getOrDefault(somebody.person(), "13400000000");
    }

    private static FollowRequestId first(List<FollowRequest> requests) {
        return requests.stream().findFirst().map(FollowRequest::id).orElseGet(() -> new FollowRequestId(Ids.next()));
    }

    private static Outcome<?> note(Turn turn) {
        var child = turn.one(turn.town().children());
        var how = turn.luck(0.95) ? Follower.How.TELEPHONE : Follower.How.PAGE;
        return turn.the(Followers.class)
                .note(
                        turn.by(turn.town().inCharge(turn.order())),
                        turn.id(),
                        "Her daughter",
                        Objects.requireNonNull(turn.town().phones().get(child.person())),
                        true,
                        how);
    }

    private static FollowerId tie(Turn turn, Actor somebody) {
        var doors = turn.the(Followers.class);
        return Optional.of(doors.followersOf(somebody))
                .filter(ties -> !ties.isEmpty())
                .orElseGet(() -> doors.followedBy(somebody))
                .stream()
                .findFirst()
                .map(Follower::id)
                .orElseGet(() -> new FollowerId(Ids.next()));
    }

    private static Outcome<?> withdrawAtTheDesk(Turn turn) {
        var desk = turn.by(turn.town().inCharge(turn.order()));
        var tie = turn.the(Followers.class).ofRequester(desk, turn.id()).stream()
                .findFirst()
                .map(Follower::id)
                .orElseGet(() -> new FollowerId(Ids.next()));
        return turn.the(Followers.class).withdraw(desk, tie, turn.id());
    }
}
