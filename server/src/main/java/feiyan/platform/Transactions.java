package feiyan.platform;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transaction of a door that writes: a refusal takes everything back, and what the database itself refuses (even at
 * commit, where the deferred keys speak) comes out as a refusal with the constraint's code instead of an exception.
 */
@Component
public class Transactions {

    private final PlatformTransactionManager manager;
    private final TransactionTemplate template;
    private final TransactionTemplate piece;

    Transactions(PlatformTransactionManager manager) {
        this.manager = manager;
        this.template = new TransactionTemplate(manager);
        this.template.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.piece = new TransactionTemplate(manager);
    }

    /**
     * Within the transaction of another door it is a savepoint, or the beginning where nothing came before it: a
     * refusal takes back its own work and the caller goes on as it sees fit; only the outermost commits.
     */
    public <T> Outcome<T> write(Supplier<Outcome<T>> work) {
        try {
            var first = FirstPart.of(manager);
            return first.isPresent() ? first.get().run(work) : run(template, work);
        } catch (ConcurrencyFailureException somebodyWasFaster) {
            return Outcome.refused("try_again");
        } catch (DataIntegrityViolationException refusedByDatabase) {
            return ConstraintRefusals.of(constraint(refusedByDatabase))
                    .map(Outcome::<T>refused)
                    .orElseThrow(() -> refusedByDatabase);
        } finally {
            OneLook.forget();
        }
    }

    /**
     * As {@link #write}, but of one piece with the transaction of the door that calls it: there is no savepoint, which
     * would be two ways to the database for nothing. So a refusal takes back everything, and who calls it passes it on;
     * one who went on regardless would fail at commit.
     */
    public <T> Outcome<T> join(Supplier<Outcome<T>> work) {
        return TransactionSynchronizationManager.isActualTransactionActive() ? run(piece, work) : write(work);
    }

    private static <T> Outcome<T> run(TransactionTemplate template, Supplier<Outcome<T>> work) {
        Outcome<T> outcome = template.execute(status -> {
            var result = work.get();
            if (result instanceof Outcome.Refused<T>) {
                status.setRollbackOnly();
            }
            return result;
        });
        return Objects.requireNonNull(outcome);
    }

    /** The violated constraint's name; Citus adds a shard's number, so callers compare by prefix. */
    private static @Nullable String constraint(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof PSQLException cause
                        && cause.getServerErrorMessage() != null
                ? cause.getServerErrorMessage().getConstraint()
                : null;
    }
}
