package feiyan.orders.web;

import feiyan.accounts.Person;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.orders.DraftText.Where;
import feiyan.orders.EarlierContacts;
import feiyan.orders.EarlierContacts.Earlier;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a requester need not write again: of oneself, and of those for whom one has ordered before. */
@Component
class Acquaintance {

    /** A phone shows so many large buttons without scrolling. */
    private static final int A_FEW = 3;

    private final Homes homes;
    private final Persons persons;
    private final EarlierContacts earlier;

    Acquaintance(Homes homes, Persons persons, EarlierContacts earlier) {
        this.homes = homes;
        this.persons = persons;
        this.earlier = earlier;
    }

    /** The own station, name and phone, and the address of the last order for oneself. */
    Where self(Actor actor) {
        var name = name(actor);
        var before = earlier.of(actor).stream()
                .filter(it -> it.recipient().equals(name))
                .findFirst();
        return Where.NOTHING.of(
                home(actor),
                before.map(Earlier::address).orElse(""),
                name,
                persons.phone(actor.county(), actor.person(), actor.person(), null)
                        .map(Phone::digits)
                        .orElse(""));
    }

    /** Somebody for whom nothing was ordered yet: probably a neighbour. */
    Where somebody(Actor actor) {
        return Where.NOTHING.of(home(actor), "", "", "");
    }

    /** The recipient of an earlier order of one's own. */
    Optional<Where> recipient(Actor actor, OrderId order) {
        return earlier.of(actor).stream()
                .filter(it -> it.order().equals(order))
                .findFirst()
                .map(it -> Where.NOTHING.of(it.station(), it.address(), it.recipient(), it.phone()));
    }

    /** The others for whom one has ordered, each once, by the latest order. */
    List<Earlier> others(Actor actor) {
        var self = name(actor);
        var byName = new LinkedHashMap<String, Earlier>();
        earlier.of(actor).stream()
                .filter(it -> !it.recipient().isBlank() && !it.recipient().equals(self))
                .forEach(it -> byName.putIfAbsent(it.recipient(), it));
        return byName.values().stream().limit(A_FEW).toList();
    }

    private String name(Actor actor) {
        return persons.find(actor.county(), actor.person()).map(Person::name).orElse("");
    }

    private @Nullable UnitId home(Actor actor) {
        return homes.of(actor.county(), actor.person()).map(Unit::id).orElse(null);
    }
}
