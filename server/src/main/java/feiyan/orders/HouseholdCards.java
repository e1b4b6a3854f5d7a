package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Residents;
import feiyan.units.Role;
import feiyan.units.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The standing six digits of a household without a telephone, on a card at its door. They follow from the key, the
 * requester and the card's number; nobody keeps them, and a new card makes the old one worthless.
 */
@Service
public class HouseholdCards {

    private static final int DIGITS = 6;

    private final Transactions transactions;
    private final Persons persons;
    private final Homes homes;
    private final Residents residents;
    private final FieldCipher cipher;
    private final JdbcClient jdbc;
    private final InstantSource time;

    HouseholdCards(
            Transactions transactions,
            Persons persons,
            Homes homes,
            Residents residents,
            FieldCipher cipher,
            JdbcClient jdbc,
            InstantSource time) {
        this.transactions = transactions;
        this.persons = persons;
        this.homes = homes;
        this.residents = residents;
        this.cipher = cipher;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** For staff in whose subtree the household lives; empty for everybody else. */
    public Optional<HouseholdCard> of(Actor actor, PersonId person) {
        var county = actor.county();
        return residents.liveWithin(county, person, actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                ? homes.of(county, person)
                        .flatMap(station -> persons.find(county, person)
                                .map(found -> card(county, found.id(), found.name(), station)))
                : Optional.empty();
    }

    private HouseholdCard card(CountyId county, PersonId person, String name, Unit station) {
        return jdbc.sql("""
                select c.number, c.issued_at, c.issued_by, p.prints, p.at, p.printed_by
                from household_card c
                left join lateral (
                  select q.at, q.printed_by, count(*) over () as prints from household_card_print q
                  where q.county_id = :county and q.person_id = c.person_id and q.number = c.number
                  order by q.at desc limit 1) p on true
                where c.county_id = :county and c.person_id = :person
                order by c.number desc limit 1
                """)
                .param("county", county.value())
                .param("person", person.value())
                .query((row, number) -> card(person, name, station, row))
                .optional()
                .orElse(new HouseholdCard(person, name, station.id(), 0, null, null, 0, null, null));
    }

    private static HouseholdCard card(PersonId person, String name, Unit station, ResultSet row) throws SQLException {
        var printedBy = row.getObject("printed_by", UUID.class);
        return new HouseholdCard(
                person,
                name,
                station.id(),
                row.getInt("number"),
                DbTime.read(row, "issued_at"),
                new PersonId(row.getObject("issued_by", UUID.class)),
                row.getInt("prints"),
                DbTime.readNullable(row, "at"),
                printedBy == null ? null : new PersonId(printedBy));
    }

    /**
     * A new card; from now on the digits of the one before let nobody in.
     *
     * @param seen the number of the card on the screen, 0 for none: of two who replace it at once one is told
     */
    public Outcome<HouseholdCard> issue(Actor actor, PersonId person, int seen) {
        return transactions.write(() -> of(actor, person)
                .map(card -> card.number() == seen && insert(actor, person, seen + 1)
                        ? of(actor, person).map(Outcome::done).orElseThrow()
                        : Outcome.<HouseholdCard>refused("card.replaced"))
                .orElseGet(() -> Outcome.refused("card.not_yours")));
    }

    private boolean insert(Actor actor, PersonId person, int number) {
        return jdbc.sql("""
                insert into household_card (county_id, person_id, number, issued_at, issued_by)
                values (:county, :person, :number, :now, :by)
                on conflict (county_id, person_id, number) do nothing
                """)
                        .param("county", actor.county().value())
                        .param("person", person.value())
                        .param("number", number)
                        .param("now", DbTime.of(time.instant()))
                        .param("by", actor.person().value())
                        .update()
                == 1;
    }

    /** The digits, for printing alone: who had them in hand is written down. */
    public Outcome<String> print(Actor actor, PersonId person) {
        return transactions.write(() -> of(actor, person)
                .filter(HouseholdCard::isThere)
                .map(card -> {
                    printed(actor, card);
                    return Outcome.done(code(actor.county(), person, card.number()));
                })
                .orElseGet(() -> Outcome.refused("card.not_yours")));
    }

    private void printed(Actor actor, HouseholdCard card) {
        jdbc.sql("""
                insert into household_card_print (county_id, id, person_id, number, at, printed_by)
                values (:county, :id, :person, :number, :now, :by)
                """)
                .param("county", actor.county().value())
                .param("id", Ids.next())
                .param("person", card.person().value())
                .param("number", card.number())
                .param("now", DbTime.of(time.instant()))
                .param("by", actor.person().value())
                .update();
    }

    /** The digits of the present cards of those an order is for; of a group order those of its children. */
    List<String> codesFor(CountyId county, OrderId order) {
        return jdbc.sql("""
                select c.person_id, max(c.number) as number
                from service_order o
                join household_card c on c.county_id = :county and c.person_id = o.requester_id
                where o.county_id = :county and (o.id = :order or (o.parent_id = :order and o.state = 'MERGED'))
                group by c.person_id
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query((row, number) ->
                        code(county, new PersonId(row.getObject("person_id", UUID.class)), row.getInt("number")))
                .list();
    }

    private String code(CountyId county, PersonId person, int number) {
        return cipher.code("household-card", county + "/" + person.value() + "/" + number, DIGITS);
    }
}
