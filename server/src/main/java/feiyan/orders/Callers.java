package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Residents;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who stands at the counter or is on the telephone: found among the people of the reader's own villages. */
@Service
public class Callers {

    private static final String REASON = "counter";

    private final Persons persons;
    private final Homes homes;
    private final Residents residents;
    private final Optional<Proxies> proxies;
    private final OrderRows rows;
    private final OrderWords words;
    private final SensitiveViews views;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    Callers(
            Persons persons,
            Homes homes,
            Residents residents,
            Optional<Proxies> proxies,
            OrderRows rows,
            OrderWords words,
            SensitiveViews views,
            Transactions transactions,
            JdbcClient jdbc) {
        this.persons = persons;
        this.homes = homes;
        this.residents = residents;
        this.proxies = proxies;
        this.rows = rows;
        this.words = words;
        this.views = views;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** @param station null where the person never said where home is */
    public record Caller(
            PersonId person, String name, @Nullable UnitId station) {}

    /** Where the last service was, and on which number they were to be reached. */
    public record LastTime(String address, String phone) {}

    /**
     * By a phone number or, for staff alone, part of a name. A number that leads to somebody is a look-up of that
     * person's phone, and is written down; one that leads to another village's people leads to nobody.
     */
    public List<Caller> find(Actor actor, String typed) {
        if (Phone.parse(typed) instanceof Outcome.Done<Phone>(var phone)) {
            return byPhone(actor, phone).stream().toList();
        }
        var units = actor.unitsAs(Role.CLERK, Role.DISPATCHER);
        return units.length == 0 || typed.isBlank()
                ? List.of()
                : residents.named(actor.county(), units, typed).stream()
                        .map(found -> new Caller(found.person(), found.name(), found.station()))
                        .toList();
    }

    private Optional<Caller> byPhone(Actor actor, Phone phone) {
        return transactions
                .write(() -> Outcome.done(persons.byPhone(actor.county(), phone)
                        .flatMap(person -> caller(actor, person))
                        .map(found -> {
                            views.record(
                                    actor.county(),
                                    actor.person().value(),
                                    "person",
                                    found.person().value(),
                                    Set.of("phone"),
                                    REASON);
                            return found;
                        })))
                .orThrow();
    }

    /** Somebody chosen on the page; empty where it is not for the actor to order for them. */
    public Optional<Caller> caller(Actor actor, PersonId person) {
        var station = homes.of(actor.county(), person).map(Unit::id);
        return station.isPresent() && !residents.liveWithin(actor.county(), person, reach(actor))
                ? Optional.empty()
                : persons.find(actor.county(), person)
                        .map(found -> new Caller(person, found.name(), station.orElse(null)));
    }

    /** Whose order it is, for the staff that has it on the desk. */
    public Optional<Caller> requesterOf(Actor actor, OrderId order) {
        return rows.find(actor, order)
                .filter(found -> found.relations().contains(Relation.IN_CHARGE))
                .map(Stored::requester)
                .flatMap(person -> caller(actor, person));
    }

    private UUID[] reach(Actor actor) {
        var units = actor.unitsAs(Role.CLERK, Role.DISPATCHER);
        return units.length > 0
                ? units
                : proxies.flatMap(rule -> rule.villageOf(actor)).stream()
                        .map(UnitId::value)
                        .toArray(UUID[]::new);
    }

    /**
     * So that nobody has to say again where they live: from their latest order on the reader's own desk, each view
     * written down. Nothing of a confidential order, and nothing for volunteers.
     */
    public Optional<LastTime> lastTime(Actor actor, PersonId person) {
        return transactions
                .write(() -> Outcome.done(latest(actor, person)
                        .flatMap(order -> rows.find(actor, order))
                        .filter(order ->
                                WhoSees.sees(order.audiences(), Field.ADDRESS).atLeast(Sight.ON_DEMAND))
                        .map(order -> seen(actor, order))))
                .orThrow();
    }

    private LastTime seen(Actor actor, Stored order) {
        var id = order.facts().id().value();
        views.record(actor.county(), actor.person().value(), "service_order", id, Set.of("address", "phone"), REASON);
        var contact = words.contact(order);
        return new LastTime(contact.address(), contact.phone());
    }

    private Optional<OrderId> latest(Actor actor, PersonId person) {
        return jdbc.sql("""
                select o.id from service_order o
                where o.county_id = :county and o.requester_id = :person and not o.confidential and
                """ + Inbox.MINE + " order by o.id desc limit 1")
                .param("county", actor.county().value())
                .param("person", person.value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .optional();
    }
}
