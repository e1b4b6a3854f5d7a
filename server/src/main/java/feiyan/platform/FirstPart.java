package feiyan.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A part of a transaction before which nothing was sent to the database. To take it back is to begin the transaction
 * anew, so it needs no savepoint, which would be two ways to the database: a machine's write is one transaction with
 * its key, and the door at which it knocks is the first to say anything in it.
 */
final class FirstPart {

    private final ConnectionHolder held;

    private FirstPart(ConnectionHolder held) {
        this.held = held;
    }

    /** Empty where there is no transaction, or something was said in it already. */
    static Optional<FirstPart> of(PlatformTransactionManager manager) {
        return manager instanceof ResourceTransactionManager known
                        && TransactionSynchronizationManager.isActualTransactionActive()
                        && TransactionSynchronizationManager.getResource(known.getResourceFactory())
                                instanceof ConnectionHolder held
                        && isUntouched(held.getConnection())
                ? Optional.of(new FirstPart(held))
                : Optional.empty();
    }

    /** The driver begins a transaction with the first statement that it sends. */
    private static boolean isUntouched(Connection connection) {
        try {
            return connection.isWrapperFor(BaseConnection.class)
                    && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("look at the transaction", null, failure);
        }
    }

    <T> Outcome<T> run(Supplier<Outcome<T>> work) {
        TransactionSynchronizationManager.getSynchronizations().forEach(each -> each.savepoint(this));
        try {
            var outcome = work.get();
            if (outcome instanceof Outcome.Refused<T>) {
                takeBack();
            }
            return outcome;
        } catch (RuntimeException failure) {
            takeBack();
            throw failure;
        }
    }

    private void takeBack() {
        try {
            held.getConnection().rollback();
        } catch (SQLException gone) {
            // The connection is broken, and with it goes all that was done on it.
            held.setRollbackOnly();
            return;
        }
        held.resetRollbackOnly();
        TransactionSynchronizationManager.getSynchronizations().forEach(each -> each.savepointRollback(this));
    }
}
