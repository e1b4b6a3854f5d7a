package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Searches that people keep: for themselves, or with the staff of a unit at whose desk they sit. */
@Service
public class SavedFilters {

    /** More than fits beside an inbox; a database's check holds it. */
    public static final int MOST = 20;

    public static final int LONGEST_NAME = 20;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Transactions transactions;
    private final InstantSource time;

    SavedFilters(JdbcClient jdbc, FieldCipher cipher, Transactions transactions, InstantSource time) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.transactions = transactions;
        this.time = time;
    }

    /** The own ones and those shared with the units of the reader's desk; the own first. */
    public List<SavedFilter> of(Actor actor) {
        return jdbc
                .sql("""
                select f.id, f.owner_id, f.unit_id, f.name, f.criteria from saved_filter f
                where f.county_id = :county and (f.owner_id = :person or f.unit_id = any(:units))
                order by f.owner_id <> :person, f.id limit :most
                """)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("units", desks(actor))
                .param("most", 5 * MOST)
                .query((row, number) -> filter(actor, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<SavedFilter> find(Actor actor, SavedFilter.Id id) {
        return of(actor).stream().filter(filter -> filter.id().equals(id)).findFirst();
    }

    /** @param unit with whose staff it is shared; null for oneself alone */
    public Outcome<SavedFilter.Id> save(Actor actor, String name, OrderSearchCriteria criteria, @Nullable UnitId unit) {
        var title = name.strip();
        if (title.isEmpty() || title.codePointCount(0, title.length()) > LONGEST_NAME) {
            return Outcome.refused("saved_filter.name", LONGEST_NAME);
        }
        if (unit != null && !List.of(desks(actor)).contains(unit.value())) {
            return Outcome.refused("saved_filter.not_your_unit");
        }
        return transactions.write(() -> {
            var free = freePlace(actor);
            if (free.isEmpty()) {
                return Outcome.refused("saved_filter.too_many", MOST);
            }
            var id = Ids.next();
            return insert(actor, id, free.get(), title, criteria, unit)
                    ? Outcome.done(new SavedFilter.Id(id))
                    : Outcome.refused("try_again");
        });
    }

    private Optional<Integer> freePlace(Actor actor) {
        return jdbc.sql("""
                select place from generate_series(1, :most) place
                where not exists (
                  select 1 from saved_filter f
                  where f.county_id = :county and f.owner_id = :person and f.place = place.place)
                order by place limit 1
                """)
                .param("most", MOST)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .query(Integer.class)
                .optional();
    }

    private boolean insert(
            Actor actor, UUID id, int place, String name, OrderSearchCriteria criteria, @Nullable UnitId unit) {
        return jdbc.sql("""
                insert into saved_filter (county_id, id, owner_id, place, unit_id, name, criteria, saved_at)
                values (:county, :id, :person, :place, :unit, :name, :criteria, :now)
                on conflict (county_id, owner_id, place) do nothing
                """)
                        .param("county", actor.county().value())
                        .param("id", id)
                        .param("person", actor.person().value())
                        .param("place", place)
                        .param("unit", unit == null ? null : unit.value(), Types.OTHER)
                        .param("name", cipher.seal(actor.county(), "saved_filter.name", id, name))
                        .param("criteria", cipher.seal(actor.county(), "saved_filter.criteria", id, criteria.write()))
                        .param("now", DbTime.of(time.instant()))
                        .update()
                == 1;
    }

    /** By its owner, or by an administrator of the unit with which somebody shared it. */
    public Outcome<SavedFilter.Id> remove(Actor actor, SavedFilter.Id id) {
        return transactions.write(() -> jdbc.sql("""
                        delete from saved_filter
                        where county_id = :county and id = :id and (owner_id = :person or unit_id = any(:units))
                        """)
                                .param("county", actor.county().value())
                                .param("id", id.value())
                                .param("person", actor.person().value())
                                .param("units", actor.unitsAs(Role.ADMINISTRATOR))
                                .update()
                        == 1
                ? Outcome.done(id)
                : Outcome.refused("saved_filter.gone"));
    }

    private Optional<SavedFilter> filter(Actor actor, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var unit = row.getObject("unit_id", UUID.class);
        var name = open(actor.county(), "name", id, row);
        var mine = actor.person().value().equals(row.getObject("owner_id", UUID.class));
        return OrderSearchCriteria.read(open(actor.county(), "criteria", id, row))
                .map(criteria -> new SavedFilter(
                        new SavedFilter.Id(id), name, unit == null ? null : new UnitId(unit), mine, criteria));
    }

    private String open(CountyId county, String column, UUID id, ResultSet row) throws SQLException {
        return cipher.open(county, "saved_filter." + column, id, row.getBytes(column));
    }

    private static UUID[] desks(Actor actor) {
        return actor.unitsAs(Role.CLERK, Role.DISPATCHER);
    }
}
