package feiyan.orders.web;

import feiyan.accounts.Person;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.orders.Contact;
import feiyan.orders.MyOrders;
import feiyan.orders.OrderBook;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a requester need not write again: the own station, name and phone, and the address of the last order. */
@Component
class Acquaintance {

    private final Homes homes;
    private final Persons persons;
    private final MyOrders mine;
    private final OrderBook book;

    Acquaintance(Homes homes, Persons persons, MyOrders mine, OrderBook book) {
        this.homes = homes;
        this.persons = persons;
        this.mine = mine;
        this.book = book;
    }

    OrderForm.Known with(Actor actor) {
        var county = actor.county();
        var self = actor.person();
        return new OrderForm.Known(
                homes.of(county, self).map(Unit::id).orElse(null),
                lastAddress(actor),
                persons.find(county, self).map(Person::name).orElse(null),
                persons.phone(county, self, self, null).map(Phone::digits).orElse(null));
    }

    private @Nullable String lastAddress(Actor actor) {
        return mine.of(actor, null).stream()
                .findFirst()
                .map(line -> book.contact(actor, line.id(), null))
                .map(contact -> contact instanceof Outcome.Done<Contact>(var found) ? found.address() : null)
                .orElse(null);
    }
}
