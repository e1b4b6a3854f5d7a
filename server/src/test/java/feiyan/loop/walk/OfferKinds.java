package feiyan.loop.walk;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Recalls;
import feiyan.loop.walk.Looking.OfferSeen;
import feiyan.orders.Slot;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Who is asked, and what they say. */
final class OfferKinds {

    private OfferKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of(
                        "offers.make",
                        "APPROVED:12 OFFERED:2 ACCEPTED:1 IN_SERVICE:1",
                        turn -> turn.the(Offers.class)
                                .make(desk(turn), turn.id(), turn.seen(), time(turn), invitees(turn))),
                Kind.of(
                        "offers.in_turn",
                        "APPROVED:5 OFFERED:1 ACCEPTED:1",
                        turn -> turn.the(Offers.class)
                                .makeInTurn(desk(turn), turn.id(), turn.seen(), time(turn), invitees(turn))),
                Kind.of(
                        "offers.as_needed",
                        "APPROVED:5 OFFERED:1 ACCEPTED:1",
                        turn -> turn.the(Offers.class)
                                .makeAsNeeded(desk(turn), turn.id(), turn.seen(), time(turn), invitees(turn))),
                Kind.of(
                        "offers.withdraw",
                        "OFFERED:1 ACCEPTED:1",
                        turn -> offered(
                                turn, (offer, id) -> turn.the(Offers.class).withdraw(desk(turn), id))),
                Kind.of(
                        "offers.go_ahead",
                        "OFFERED:3",
                        turn -> turn.the(Offers.class).goAhead(desk(turn), turn.id(), turn.seen())),
                Kind.of(
                        "answers.accept",
                        "OFFERED:24 ACCEPTED:2",
                        turn -> offered(
                                turn, (offer, id) -> turn.the(Answers.class).accept(asked(turn, offer), id))),
                Kind.of(
                        "answers.decline",
                        "OFFERED:4",
                        turn -> offered(
                                turn,
                                (offer, id) -> turn.the(Answers.class).decline(asked(turn, offer), id, whyNot(turn)))),
                Kind.of(
                        "answers.give_back",
                        "OFFERED:1 ACCEPTED:1",
                        turn -> offered(
                                turn, (offer, id) -> turn.the(Answers.class).giveBack(asked(turn, offer), id, null))),
                Kind.of(
                        "recalls.everybody",
                        "OFFERED:1",
                        turn -> turn.the(Recalls.class).everybody(desk(turn), turn.id(), turn.seen())),
                Kind.of(
                        "recalls.waiting",
                        "OFFERED:1 ACCEPTED:1",
                        turn -> turn.the(Recalls.class).waiting(desk(turn), turn.id())));
    }

    private static Actor desk(Turn turn) {
        return turn.by(turn.town().inCharge(turn.order()));
    }

    /** The time that was agreed or is asked for already, where there is one. */
    static Slot time(Turn turn) {
        var agreed = turn.order().agreed();
        if (agreed != null && turn.luck(0.9)) {
            return agreed;
        }
        return turn.the(Offers.class)
                .timeOut(turn.town().county(), turn.id())
                .filter(out -> turn.luck(0.9))
                .orElseGet(turn::soon);
    }

    private static @Nullable String whyNot(Turn turn) {
        return turn.luck(0.4) ? null : why(turn);
    }

    static String why(Turn turn) {
        return turn.one(List.of("no_time", "too_far", "not_my_skill"));
    }

    private static List<Invitee> invitees(Turn turn) {
        if (turn.luck(0.3)) {
            return List.of(new Invitee.ToTeam(turn.one(turn.town().teams())));
        }
        var people = new ArrayList<Invitee>();
        int howMany = turn.order().headcount() + turn.dice().nextInt(2);
        for (int i = 0; i < howMany; i++) {
            var somebody = new Invitee.ToVolunteer(helper(turn));
            if (!people.contains(somebody)) {
                people.add(somebody);
            }
        }
        return people;
    }

    /** Almost always somebody who is registered, here. */
    static PersonId helper(Turn turn) {
        var from = turn.luck(0.97)
                ? turn.town().helpers()
                : turn.world().other(turn.town()).helpers();
        return turn.one(from).person();
    }

    static PersonId helperHere(Turn turn) {
        return turn.one(turn.town().helpers()).person();
    }

    private static Actor asked(Turn turn, Optional<OfferSeen> offer) {
        return turn.by(turn.town().person(offer.map(OfferSeen::answerer).orElse(null)));
    }

    /** One of this order's offers; where it has none, one that never was. */
    static Outcome<?> offered(Turn turn, BiFunction<Optional<OfferSeen>, OfferId, Outcome<?>> deed) {
        var offers = turn.looking().offers(turn.order());
        var live = offers.stream().filter(OfferSeen::isLive).toList();
        var from = live.isEmpty() || turn.luck(0.1) ? offers : live;
        Optional<OfferSeen> offer = from.isEmpty() ? Optional.empty() : Optional.of(turn.one(from));
        return deed.apply(offer, offer.map(OfferSeen::id).orElseGet(() -> new OfferId(Ids.next())));
    }
}
