package feiyan.operations;

import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a page would get a connection, and could write by it: a standby that nobody promoted answers, too. */
record DatabaseLook(JdbcClient db) {

    Health health() {
        var standby = db.sql("select pg_is_in_recovery()").query(Boolean.class).single();
        return standby
                ? TimedLook.down("the database is a standby and takes no writes")
                : Health.up().build();
    }
}
