package feiyan.units;

import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.UnitGuard.Hold;
import feiyan.units.Venue.Kind;
import feiyan.units.Venue.VenueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The venues of a unit. */
@Component
public class Venues {

    private final Transactions transactions;
    private final UnitGuard guard;
    private final JdbcClient jdbc;

    Venues(Transactions transactions, UnitGuard guard, JdbcClient jdbc) {
        this.transactions = transactions;
        this.guard = guard;
        this.jdbc = jdbc;
    }

    public List<Venue> of(CountyId county, UnitId unit) {
        return jdbc.sql("select * from venue where county_id = :county and unit_id = :unit order by id")
                .param("county", county.value())
                .param("unit", unit.value())
                .query(Venues::venue)
                .list();
    }

    private static Venue venue(ResultSet row, int number) throws SQLException {
        return new Venue(
                new VenueId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                Arrays.asList((String[]) row.getArray("facilities").getArray()),
                row.getString("opening_hours"));
    }

    public Outcome<VenueId> add(
            Actor actor, UnitId unit, Kind kind, String name, List<String> facilities, @Nullable String openingHours) {
        return transactions.write(() -> UnitRows.usable(name)
                .then(usable -> guard.administered(actor, unit, Hold.OPEN).map(found -> {
                    var id = new VenueId(Ids.next());
                    insert(actor.county(), new Venue(id, unit, kind, usable, facilities, openingHours));
                    return id;
                })));
    }

    private void insert(CountyId county, Venue venue) {
        jdbc.sql("""
                        insert into venue (county_id, id, unit_id, kind, name, facilities, opening_hours)
                        values (:county, :id, :unit, :kind, :name, :facilities, :hours)""")
                .param("county", county.value())
                .param("id", venue.id().value())
                .param("unit", venue.unit().value())
                .param("kind", venue.kind().name().toLowerCase(Locale.ROOT))
                .param("name", venue.name())
                .param("facilities", venue.facilities().toArray(String[]::new))
                .param("hours", venue.openingHours())
                .update();
    }

    public Outcome<UnitId> remove(Actor actor, UnitId unit, VenueId venue) {
        return transactions.write(() -> guard.administered(actor, unit, Hold.NONE)
                .then(found -> {
                    var removed = jdbc.sql(
                                    "delete from venue where county_id = :county and id = :id and unit_id = :unit")
                            .param("county", actor.county().value())
                            .param("id", venue.value())
                            .param("unit", unit.value())
                            .update();
                    return removed == 1 ? Outcome.done(unit) : Outcome.refused("venue.gone");
                }));
    }
}
