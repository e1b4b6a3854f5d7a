package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The leader's door to sending another member: one gives the seat back and the other takes it, both or neither. */
@Component
public class Swaps {

    private final SeatRows rows;
    private final SeatMoves moves;
    private final OfferRows offers;
    private final Seats seats;
    private final MembersToPut members;
    private final ServiceSheets sheets;
    private final OrderProgress progress;
    private final Transactions transactions;
    private final InstantSource clock;

    Swaps(
            SeatRows rows,
            SeatMoves moves,
            OfferRows offers,
            Seats seats,
            MembersToPut members,
            ServiceSheets sheets,
            OrderProgress progress,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.moves = moves;
        this.offers = offers;
        this.seats = seats;
        this.members = members;
        this.sheets = sheets;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome<OrderId> swap(Actor leader, SeatId id, PersonId instead) {
        return transactions.write(() -> {
            var order = led(leader, id)
                    .flatMap(seen -> sheets.hold(leader.county(), seen.facts().order()));
            return led(leader, id)
                    .flatMap(seat -> order.map(held -> swapped(leader, held, seat, instead)))
                    .orElseGet(() -> Outcome.refused("seat.not_yours"));
        });
    }

    private Optional<Seat> led(Actor leader, SeatId id) {
        return rows.find(leader.county(), id).filter(seat -> seats.leads(leader, seat));
    }

    private Outcome<OrderId> swapped(Actor leader, ServiceSheet order, Seat seat, PersonId instead) {
        var now = clock.instant();
        var offer = offers.find(leader.county(), seat.facts().offer()).orElseThrow();
        return stands(leader, offer, instead)
                .then(one -> moves.move(seat, new SeatCommand.GiveBack("swapped"), leader.person(), now))
                .then(free -> moves.take(order, offer, instead, leader.person(), now))
                .then(taken -> order.state() == State.ACCEPTED
                        ? progress.reseat(leader.county(), order.id(), leader.person())
                        : Outcome.done(order.id()));
    }

    private Outcome<Collection<PersonId>> stands(Actor leader, Offer offer, PersonId instead) {
        return offer.facts().invitee() instanceof Invitee.ToTeam(var team)
                ? members.stand(leader, team, List.of(instead))
                : Outcome.refused("seat.no_member");
    }
}
