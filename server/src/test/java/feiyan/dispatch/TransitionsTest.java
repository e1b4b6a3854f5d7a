package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every state × every command: what the types let pass is exactly what the database's table allows. */
class TransitionsTest {

    private static final Instant NOON = Instant.parse("2026-03-07T04:00:00Z");
    private static final Slot TIME = new Slot(NOON, NOON.plus(Duration.ofHours(1)));

    private static TestDatabase database;

    @BeforeAll
    static void migrated() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void offersMoveAsTheirTableSays() {
        var moved = new TreeSet<String>();
        for (var now : List.of(NOON.minusSeconds(1), NOON)) {
            for (var offer : offers()) {
                for (var command : offerCommands()) {
                    if (Offer.decide(offer, command, now) instanceof Outcome.Done<Offer>(var next)) {
                        moved.add(offer.state() + " " + command.verb() + " " + next.state());
                        assertThat(next.facts().version())
                                .isEqualTo(offer.facts().version() + 1);
                    }
                }
            }
        }
        assertThat(moved).isEqualTo(table("offer_transition"));
    }

    @Test
    void seatsMoveAsTheirTableSays() {
        var moved = new TreeSet<String>();
        for (var now : List.of(NOON.minusSeconds(1), NOON)) {
            for (var seat : seats()) {
                for (var command : seatCommands()) {
                    if (Seat.decide(seat, command, now) instanceof Outcome.Done<Seat>(var next)) {
                        moved.add(seat.state() + " " + command.verb() + " " + next.state());
                        assertThat(next.facts().version())
                                .isEqualTo(seat.facts().version() + 1);
                    }
                }
            }
        }
        assertThat(moved).isEqualTo(table("seat_transition"));
    }

    @Test
    void everyStateAndEveryCommandWasTried() {
        assertThat(offers()).extracting(Offer::state).containsExactlyInAnyOrder(OfferState.values());
        assertThat(seats()).extracting(Seat::state).containsExactlyInAnyOrder(SeatState.values());
        assertThat(offerCommands()).hasSameSizeAs(OfferCommand.class.getDeclaredClasses());
        assertThat(seatCommands()).hasSameSizeAs(SeatCommand.class.getDeclaredClasses());
    }

    private static List<Offer> offers() {
        var facts = new OfferFacts(
                new CountyId(1),
                new OfferId(Ids.next()),
                1,
                new OrderId(Ids.next()),
                new Invitee.ToVolunteer(new PersonId(Ids.next())),
                TIME,
                NOON);
        var all = new ArrayList<Offer>(
                List.of(new Offer.Unmade(facts), new Offer.Open(facts), new Offer.Accepted(facts)));
        for (var end : List.of(OfferState.DECLINED, OfferState.EXPIRED, OfferState.WITHDRAWN, OfferState.RETURNED)) {
            all.add(new Offer.Ended(facts, end));
        }
        return all;
    }

    private static List<OfferCommand> offerCommands() {
        return List.of(
                new OfferCommand.Make(),
                new OfferCommand.Accept(),
                new OfferCommand.Decline(null),
                new OfferCommand.Expire(),
                new OfferCommand.Withdraw("others"),
                new OfferCommand.Return("others"));
    }

    private static List<Seat> seats() {
        var facts = new SeatFacts(
                new CountyId(1),
                new SeatId(Ids.next()),
                1,
                new OrderId(Ids.next()),
                1,
                new PersonId(Ids.next()),
                new OfferId(Ids.next()),
                TIME);
        var all = new ArrayList<Seat>(List.of(new Seat.Untaken(facts), new Seat.Taken(facts), new Seat.Present(facts)));
        for (var end : List.of(SeatState.SERVED, SeatState.GIVEN_BACK, SeatState.RELEASED, SeatState.NO_SHOW)) {
            all.add(new Seat.Ended(facts, end));
        }
        return all;
    }

    private static List<SeatCommand> seatCommands() {
        return List.of(
                new SeatCommand.Take(),
                new SeatCommand.GiveBack(null),
                new SeatCommand.Release("others"),
                new SeatCommand.Move(TIME),
                new SeatCommand.Miss(null),
                new SeatCommand.CheckIn(Duration.ofHours(1), null),
                new SeatCommand.CheckOut(Duration.ofHours(2)),
                new SeatCommand.Settle("forgotten"));
    }

    private static SortedSet<String> table(String name) {
        return new TreeSet<>(JdbcClient.create(database.asApp())
                .sql("select from_state || ' ' || command || ' ' || to_state from " + name)
                .query(String.class)
                .list());
    }
}
