package feiyan.units;

import feiyan.platform.CountyId;
import feiyan.platform.Tenants;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the platform's jobs which counties there are. */
@Component
class CountyTenants implements Tenants {

    private final JdbcClient db;

    CountyTenants(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<CountyId> all() {
        return db.sql("select id from county order by id")
                .query((row, index) -> new CountyId(row.getLong("id")))
                .list();
    }
}
