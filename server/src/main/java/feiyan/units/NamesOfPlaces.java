package feiyan.units;

import feiyan.accounts.LocalNames;
import feiyan.platform.CountyId;
import java.util.Collection;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of units, for whoever tells what no password may contain. */
@Component
class NamesOfPlaces implements LocalNames {

    private final JdbcClient jdbc;

    NamesOfPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Collection<String> of(Collection<CountyId> counties) {
        return jdbc.sql("select name from unit where county_id = any(:counties) and closed_at is null")
                .param("counties", counties.stream().map(CountyId::value).toArray(Long[]::new))
                .query((row, number) -> Objects.requireNonNull(row.getString("name")))
                .list();
    }
}
