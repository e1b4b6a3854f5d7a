package feiyan.platform;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Whether something failed because the database is away, is just coming back or has no room: nobody's mistake, and the
 * same request does well in a moment.
 */
public final class DatabaseAway {

    /** Connection, resources (a full disk among them), an operator's or a crash's hand, the operating system. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** Somebody's query took too long: that is of class 57, too, and would again. */
    private static final String CANCELLED = "57014";

    private DatabaseAway() {}

    public static boolean is(@Nullable Throwable failure) {
        return causes(failure).anyMatch(DatabaseAway::says);
    }

    /** A transaction that could not even be taken back was broken by something before. */
    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(each -> each instanceof TransactionSystemException system
                        ? Stream.concat(Stream.of(each), causes(system.getApplicationException()))
                        : Stream.of(each));
    }

    private static boolean says(Throwable failure) {
        return failure instanceof SQLException sql && isAway(sql.getSQLState());
    }

    /**
     * The database names a state for each of its errors: what has none comes from the pool, about a line that is cut.
     */
    private static boolean isAway(@Nullable String state) {
        return state == null || (!state.equals(CANCELLED) && CLASSES.contains(state.substring(0, 2)));
    }
}
