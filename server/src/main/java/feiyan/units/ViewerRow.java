package feiyan.units;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.platform.CountyId;
import feiyan.web.Viewer.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looks at a page, as the tables know them at this moment: one statement, whatever the modules ask. */
@Component
public class ViewerRow {

    private final JdbcClient jdbc;
    private final List<ViewerFacts> modules;
    private final String sql;

    ViewerRow(JdbcClient jdbc, List<ViewerFacts> modules) {
        this.jdbc = jdbc;
        this.modules = modules;
        this.sql = "select (" + Persons.NAME + ") as name, (" + Homes.STATION + ") as home"
                + IntStream.range(0, modules.size())
                        .mapToObj(at -> ", (" + modules.get(at).sql() + ") as " + fact(at))
                        .reduce("", String::concat);
    }

    /**
     * What was found.
     *
     * @param name empty for somebody who was erased
     * @param home the station that is theirs, null where they have none yet
     */
    public record Found(String name, @Nullable UnitId home, Set<Standing> standings, int unread) {}

    public Found of(CountyId county, PersonId person) {
        return jdbc.sql(sql)
                .param("county", county.value())
                .param("person", person.value())
                .query(this::found)
                .single();
    }

    private Found found(ResultSet row, int number) throws SQLException {
        var standings = EnumSet.noneOf(Standing.class);
        int unread = 0;
        for (int at = 0; at < modules.size(); at++) {
            var fact = row.getObject(fact(at), Integer.class);
            standings.addAll(modules.get(at).standings(fact));
            unread += modules.get(at).unread(fact);
        }
        var home = Optional.ofNullable(row.getObject("home", UUID.class)).map(UnitId::new);
        var name = Objects.requireNonNullElse(row.getString("name"), "");
        return new Found(name, home.orElse(null), standings, unread);
    }

    private static String fact(int at) {
        return "fact_" + at;
    }
}
