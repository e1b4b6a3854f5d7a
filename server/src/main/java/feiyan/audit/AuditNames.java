package feiyan.audit;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an auditor calls people and things: staff by their names, volunteers by their numbers, orders by their codes;
 * everybody else only by the end of an id.
 */
@Component
class AuditNames {

    private final JdbcClient db;
    private final Persons persons;
    private final Units units;

    AuditNames(JdbcClient db, Persons persons, Units units) {
        this.db = db;
        this.persons = persons;
        this.units = units;
    }

    Map<UUID, String> units(CountyId county, Collection<UUID> ids) {
        return units.names(county, ids.stream().map(UnitId::new).collect(Collectors.toSet())).entrySet().stream()
                .collect(Collectors.toMap(unit -> unit.getKey().value(), Map.Entry::getValue));
    }

    /** Staff, present and former, by name; volunteers by number; orders by code. Others are not in it. */
    Map<UUID, String> of(CountyId county, Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        volunteers(county, ids, names);
        persons.names(county, staff(county, ids)).forEach((person, name) -> names.put(person.value(), name));
        db.sql("select order_id, number from order_about where county_id = :county and order_id = any(:ids)")
                .param("county", county.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("order_id", UUID.class), row.getString("number"));
                });
        return names;
    }

    private void volunteers(CountyId county, Collection<UUID> ids, Map<UUID, String> names) {
        db.sql("""
                select volunteer_id, number from serving_volunteer
                where county_id = :county and volunteer_id = any(:ids)
                """)
                .param("county", county.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("volunteer_id", UUID.class), row.getString("number"));
                });
    }

    private List<PersonId> staff(CountyId county, Collection<UUID> ids) {
        return db.sql("""
                select distinct person_id from staff_post where county_id = :county and person_id = any(:ids)
                """)
                .param("county", county.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Somebody of the staff by name, or a volunteer by number; several of one name are each meant. */
    List<UUID> called(CountyId county, String name) {
        var found = new HashSet<UUID>(db.sql("""
                select p.id from person p
                where p.county_id = :county and p.name = :name and p.id in (
                  select s.person_id from staff_post s where s.county_id = :county)
                """)
                .param("county", county.value())
                .param("name", name)
                .query(UUID.class)
                .list());
        found.addAll(db.sql("select volunteer_id from serving_volunteer where county_id = :county and number = :name")
                .param("county", county.value())
                .param("name", name)
                .query(UUID.class)
                .list());
        return List.copyOf(found);
    }

    Optional<UUID> order(CountyId county, String number) {
        return db.sql("select order_id from order_about where county_id = :county and number = :number")
                .param("county", county.value())
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    /** For whoever has no name here: enough to tell two rows apart, too little to find anybody. */
    static String end(UUID id) {
        var text = Objects.requireNonNull(id).toString();
        return text.substring(text.length() - 6);
    }
}
