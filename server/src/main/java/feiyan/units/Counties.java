package feiyan.units;

import feiyan.platform.CountyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counties of this installation. {@link Foundings} adds one. */
@Component
public class Counties {

    private final JdbcClient jdbc;
    /** Written once, when it is founded, and never after. */
    private final Map<CountyId, County> known = new ConcurrentHashMap<>();

    Counties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<County> all() {
        return jdbc.sql("select id, name, division_code, demo from county order by founded_at, id")
                .query(Counties::county)
                .list();
    }

    public Optional<County> find(CountyId county) {
        return Optional.ofNullable(known.get(county)).or(() -> {
            var found = read(county);
            found.ifPresent(written -> known.put(county, written));
            return found;
        });
    }

    private Optional<County> read(CountyId county) {
        return jdbc.sql("select id, name, division_code, demo from county where id = :county")
                .param("county", county.value())
                .query(Counties::county)
                .optional();
    }

    private static County county(ResultSet row, int number) throws SQLException {
        return new County(
                new CountyId(row.getLong("id")),
                row.getString("name"),
                row.getString("division_code"),
                row.getBoolean("demo"));
    }
}
