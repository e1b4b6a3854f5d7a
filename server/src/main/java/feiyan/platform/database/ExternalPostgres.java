package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL that somebody else runs; the user it is given owns the tables. */
record ExternalPostgres(Login owner) implements DatabaseServer {

    private static final int OLDEST = 15;

    static ExternalPostgres check(Login owner) {
        try (var connection = owner.connect()) {
            requireVersion(connection.getMetaData().getDatabaseMajorVersion());
            requirePrimary(connection, owner.url());
            requireRole(connection, owner.user());
            return new ExternalPostgres(owner);
        } catch (SQLException unreachable) {
            throw new StartFailure(
                    unreachable, "external_unreachable", owner.url(), String.valueOf(unreachable.getMessage()));
        }
    }

    @Override
    public Login pool() {
        return owner;
    }

    @Override
    public void close() {
        // Not ours to stop.
    }

    static void requireVersion(int version) {
        if (version < OLDEST) {
            throw new StartFailure("external_too_old", Integer.toString(version), Integer.toString(OLDEST));
        }
    }

    /** A standby may be read, and nothing else. */
    private static void requirePrimary(Connection connection, String url) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_is_in_recovery()")) {
            answer.next();
            if (answer.getBoolean(1)) {
                throw new StartFailure("external_standby", url);
            }
        }
    }

    /** An owner who may create roles makes the application's; for one who may not, the administrator does. */
    private static void requireRole(Connection connection, String owner) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(Roles.ENSURE_APP);
            statement.execute("set role feiyan_app");
        } catch (SQLException refused) {
            throw new StartFailure(refused, "external_role", owner);
        }
    }
}
