package feiyan.operations;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the tables are those that this server was made for. It migrates when it starts; but a newer one may have
 * migrated since, and somebody may have brought back an older backup.
 */
final class MigrationsLook {

    private final JdbcClient db;
    private final Flyway flyway;
    private @Nullable SortedSet<MigrationVersion> ours;

    MigrationsLook(JdbcClient db, Flyway flyway) {
        this.db = db;
        this.flyway = flyway;
    }

    Health health() {
        var theirs = applied();
        var known = ours();
        if (!theirs.containsAll(known)) {
            return TimedLook.down("migrations are pending");
        }
        return known.containsAll(theirs)
                ? Health.up().withDetail("version", theirs.last().toString()).build()
                : TimedLook.down("a newer server has migrated the database");
    }

    private SortedSet<MigrationVersion> applied() {
        return db
                .sql("select version from flyway_schema_history where version is not null and success")
                .query(String.class)
                .list()
                .stream()
                .map(MigrationVersion::fromVersion)
                .collect(toCollection(TreeSet::new));
    }

    /** They do not change while the server runs. Looked for once, since Flyway asks the database for the rest. */
    private synchronized SortedSet<MigrationVersion> ours() {
        var known = ours;
        if (known == null) {
            known = resolved().collect(toCollection(TreeSet::new));
            ours = known;
        }
        return known;
    }

    private Stream<MigrationVersion> resolved() {
        return Arrays.stream(flyway.info().all())
                .filter(each -> each.getState().isResolved() && each.isVersioned())
                .map(MigrationInfo::getVersion);
    }
}
