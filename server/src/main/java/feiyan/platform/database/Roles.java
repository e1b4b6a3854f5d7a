package feiyan.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Who is who in the database of our own. Safe to run at each start: a start that was cut short is completed. */
final class Roles {

    static final String OWNER = "feiyan_owner";
    static final String POOL = "feiyan_pool";
    static final String DATABASE = "feiyan";

    /** Created here or by an administrator beforehand; whoever migrates must be able to become it. */
    static final String ENSURE_APP = """
            do $$
            begin
              if not exists (select from pg_roles where rolname = 'feiyan_app') then
                create role feiyan_app nologin;
              end if;
              if not pg_has_role(current_user, 'feiyan_app', 'member') then
                execute format('grant feiyan_app to %I', current_user);
              end if;
            end $$
            """;

    private Roles() {}

    /** The owner keeps the tables, the pool may only become the application. */
    static void ensure(Connection superuser, String ownerPassword, String poolPassword) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(ENSURE_APP);
            statement.execute(login(OWNER, ownerPassword));
            statement.execute(login(POOL, poolPassword));
            statement.execute("alter role " + POOL + " noinherit");
            statement.execute("grant feiyan_app to " + OWNER + ", " + POOL);
            if (!exists(superuser)) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
                statement.execute("revoke all on database " + DATABASE + " from public");
                statement.execute("grant connect on database " + DATABASE + " to " + POOL);
            }
        }
    }

    /** The password is our own random text of letters and digits: nothing to quote. */
    private static String login(String role, String password) {
        return """
                do $$
                begin
                  if not exists (select from pg_roles where rolname = '%1$s') then
                    create role %1$s login;
                  end if;
                  alter role %1$s password '%2$s';
                end $$
                """.formatted(role, password);
    }

    private static boolean exists(Connection superuser) throws SQLException {
        try (var query = superuser.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, DATABASE);
            return query.executeQuery().next();
        }
    }
}
