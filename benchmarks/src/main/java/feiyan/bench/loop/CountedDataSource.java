package feiyan.bench.loop;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Hands out the pool's own connections, or, while somebody counts, ones that tell of each way to the database. */
final class CountedDataSource extends DelegatingDataSource implements Closeable {

    private static final Set<String> ENDS = Set.of("commit", "rollback");
    /** What the outbox's statement takes with it. */
    private static final String AND_COMMIT = "; commit";

    private static final Set<String> WAYS = Set.of("setSavepoint", "releaseSavepoint");

    private final DataSource pool;
    private final Trips trips;

    CountedDataSource(DataSource pool, Trips trips) {
        super(pool);
        this.pool = pool;
        this.trips = trips;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = pool.getConnection();
        return trips.isCounting()
                ? (Connection) counted(Connection.class, connection, "", new AtomicBoolean())
                : connection;
    }

    private Object counted(Class<?> type, Object target, String sql, AtomicBoolean begun) {
        InvocationHandler handler = (proxy, method, arguments) -> invoke(target, sql, begun, method, arguments);
        return Proxy.newProxyInstance(CountedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private Object invoke(Object target, String sql, AtomicBoolean begun, Method method, Object[] arguments)
            throws Throwable {
        count(target, sql, begun, method.getName(), arguments);
        try {
            var result = method.invoke(target, arguments);
            if (result instanceof PreparedStatement statement) {
                return counted(PreparedStatement.class, statement, first(arguments), begun);
            }
            return result instanceof Statement statement ? counted(Statement.class, statement, "", begun) : result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /** A transaction in which nothing was sent ends without a word to the database, and one that has ended already. */
    private void count(Object target, String sql, AtomicBoolean begun, String method, Object @Nullable [] arguments) {
        if (target instanceof Statement && method.startsWith("execute")) {
            var sent = sql.isEmpty() ? first(arguments) : sql;
            begun.set(!sent.endsWith(AND_COMMIT));
            trips.statement(sent);
        } else if (target instanceof Connection
                && (WAYS.contains(method) || (ENDS.contains(method) && begun.getAndSet(false)))) {
            trips.other(method);
        }
    }

    private static String first(Object @Nullable [] arguments) {
        return arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
    }

    @Override
    public void close() throws IOException {
        if (pool instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
