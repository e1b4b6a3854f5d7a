package feiyan.loop.walk;

import feiyan.accounts.PersonId;
import feiyan.attendance.MissReason;
import feiyan.dispatch.NoShows;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.dispatch.Swaps;
import feiyan.loop.walk.Looking.OfferSeen;
import feiyan.loop.walk.Looking.SeatSeen;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.volunteers.Teams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Who comes: put on, sent instead of somebody, given back, missed; and who is in a team and leads it. */
final class SeatKinds {

    private SeatKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of("seats.put", "OFFERED:10 ACCEPTED:2 IN_SERVICE:1", SeatKinds::put),
                Kind.of(
                        "seats.give_back",
                        "OFFERED:1 ACCEPTED:1 IN_SERVICE:1",
                        turn -> seated(
                                turn,
                                (seat, id) -> turn.the(Seats.class)
                                        .giveBack(holderOrLeader(turn, seat), id, turn.luck(0.5) ? "ill" : null))),
                Kind.of(
                        "seats.miss",
                        "ACCEPTED:3 IN_SERVICE:4",
                        turn -> seated(
                                turn,
                                (seat, id) -> turn.the(Seats.class)
                                        .miss(
                                                voucher(turn, seat),
                                                id,
                                                turn.one(List.of(MissReason.values()))
                                                        .code()))),
                Kind.of(
                        "seats.nobody_came",
                        "ACCEPTED:2",
                        turn -> turn.the(NoShows.class)
                                .nobodyCame(
                                        turn.by(Town.both(
                                                turn.town().askers(turn.order()),
                                                turn.town().inCharge(turn.order()))),
                                        turn.id(),
                                        turn.seen())),
                Kind.of(
                        "swaps.swap",
                        "ACCEPTED:2 IN_SERVICE:1",
                        turn -> seated(
                                turn,
                                (seat, id) -> turn.the(Swaps.class)
                                        .swap(
                                                turn.by(turn.town()
                                                        .person(seat.map(SeatSeen::leader)
                                                                .orElse(null))),
                                                id,
                                                OfferKinds.helper(turn)))),
                Kind.of(
                        "teams.join",
                        "OFFERED:1",
                        turn -> turn.the(Teams.class)
                                .join(team(turn), turn.one(turn.town().teams()), Set.of(own(turn)))),
                Kind.of(
                        "teams.leave",
                        "OFFERED:1",
                        turn -> turn.the(Teams.class)
                                .leave(team(turn), turn.one(turn.town().teams()), own(turn))),
                Kind.of(
                        "teams.lead",
                        "OFFERED:1 ACCEPTED:1",
                        turn -> turn.the(Teams.class)
                                .lead(team(turn), turn.one(turn.town().teams()), own(turn))));
    }

    /** Those whom the team has, as many as the order takes. */
    private static Outcome<?> put(Turn turn) {
        var offers = turn.looking().offers(turn.order());
        var teams = offers.stream().filter(offer -> offer.team() != null).toList();
        if (teams.isEmpty()) {
            return OfferKinds.offered(
                    turn, (offer, id) -> turn.the(Seats.class).put(turn.by(List.of()), id, some(turn)));
        }
        OfferSeen offer = teams.getFirst();
        return turn.the(Seats.class).put(turn.by(turn.town().person(offer.leader())), offer.id(), members(turn, offer));
    }

    private static List<PersonId> members(Turn turn, OfferSeen offer) {
        var members = new ArrayList<PersonId>();
        turn.the(Teams.class)
                .members(turn.town().county(), Objects.requireNonNull(offer.team()))
                .forEach(card -> members.add(card.id()));
        int most = Math.min(members.size(), turn.order().headcount() + (turn.luck(0.05) ? 1 : 0));
        int from = turn.dice().nextInt(members.size());
        Collections.rotate(members, from);
        return members.subList(0, turn.luck(0.8) ? most : 1);
    }

    private static List<PersonId> some(Turn turn) {
        return List.of(OfferKinds.helper(turn));
    }

    private static PersonId own(Turn turn) {
        return turn.one(turn.town().helpers()).person();
    }

    private static Actor team(Turn turn) {
        return turn.by(Town.both(turn.town().desks(), turn.town().helpers()));
    }

    private static Actor holderOrLeader(Turn turn, Optional<SeatSeen> seat) {
        return turn.by(Town.both(
                turn.town().person(seat.map(SeatSeen::volunteer).orElse(null)),
                turn.town().person(seat.map(SeatSeen::leader).orElse(null))));
    }

    /** Whose word counts for who holds a seat. */
    static Actor voucher(Turn turn, Optional<SeatSeen> seat) {
        return turn.by(Town.both(
                turn.town().person(seat.map(SeatSeen::leader).orElse(null)),
                turn.town().inCharge(turn.order())));
    }

    /** One of this order's seats; where it has none, one that never was. */
    static Outcome<?> seated(Turn turn, BiFunction<Optional<SeatSeen>, SeatId, Outcome<?>> deed) {
        var seats = turn.looking().seats(turn.order());
        var live = seats.stream().filter(SeatSeen::isLive).toList();
        var from = live.isEmpty() || turn.luck(0.1) ? seats : live;
        Optional<SeatSeen> seat = from.isEmpty() ? Optional.empty() : Optional.of(turn.one(from));
        return deed.apply(seat, seat.map(SeatSeen::id).orElseGet(() -> new SeatId(Ids.next())));
    }
}
