package feiyan.loop.walk;

import feiyan.accounts.PersonId;
import feiyan.orders.HouseholdCards;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderSearchCriteria;
import feiyan.orders.SavedFilter;
import feiyan.orders.SavedFilters;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.List;
import java.util.stream.Stream;

/** What is done beside an order: an address looked at, a card made, a search kept. */
final class DeskKinds {

    private DeskKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of("book.contact", "SUBMITTED:1 ACCEPTED:2 IN_SERVICE:2", DeskKinds::contact),
                Kind.of("cards.issue", "SUBMITTED:1", DeskKinds::issue),
                Kind.of("cards.print", "SUBMITTED:1", turn -> {
                    var home = turn.one(turn.town().households()).person();
                    return turn.the(HouseholdCards.class).print(neighbours(turn, home), home);
                }),
                Kind.of(
                        "filters.save",
                        "APPROVED:1",
                        turn -> turn.the(SavedFilters.class)
                                .save(turn.own(turn.town().desks()), turn.luck(0.9) ? "Mine" : " ", criteria(), null)),
                Kind.of("filters.remove", "APPROVED:1", DeskKinds::remove));
    }

    private static Outcome<?> contact(Turn turn) {
        var serving = turn.looking().seats(turn.order()).stream()
                .flatMap(seat -> turn.town().person(seat.volunteer()).stream());
        var who = Stream.of(
                        turn.town().askers(turn.order()).stream(), turn.town().inCharge(turn.order()).stream(), serving)
                .flatMap(each -> each)
                .distinct()
                .toList();
        return turn.the(OrderBook.class).contact(turn.by(who), turn.id(), turn.luck(0.7) ? "To find the door" : null);
    }

    private static Outcome<?> issue(Turn turn) {
        var home = turn.one(turn.town().households()).person();
        var actor = neighbours(turn, home);
        int seen = turn.the(HouseholdCards.class)
                .of(actor, home)
                .map(card -> card.number())
                .orElse(0);
        return turn.the(HouseholdCards.class).issue(actor, home, turn.luck(0.9) ? seen : seen + 1);
    }

    private static Actor neighbours(Turn turn, PersonId home) {
        var station = turn.town().homes().get(home);
        return turn.by(station == null ? List.of() : turn.town().over(station));
    }

    private static OrderSearchCriteria criteria() {
        return OrderSearchCriteria.ofWords("hair");
    }

    private static Outcome<?> remove(Turn turn) {
        var actor = turn.own(turn.town().desks());
        var kept = turn.the(SavedFilters.class).of(actor);
        var id =
                kept.isEmpty() ? new SavedFilter.Id(Ids.next()) : turn.one(kept).id();
        return turn.the(SavedFilters.class).remove(actor, id);
    }
}
