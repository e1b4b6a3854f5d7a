package feiyan.accounts;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A session is written in a transaction of its own, whatever else the request does; what only reads one is a single
 * statement, which needs none: that saves each request two ways to the database.
 */
class SessionTransactions extends TransactionTemplate {

    /** While this very thread looks for a session. There is one of these objects, as of static fields. */
    @SuppressWarnings("ThreadLocalUsage")
    private final transient ThreadLocal<Boolean> looking = ThreadLocal.withInitial(() -> false);

    SessionTransactions(PlatformTransactionManager manager) {
        super(manager);
        setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
        return looking.get() ? work.doInTransaction(new SimpleTransactionStatus()) : super.execute(work);
    }

    <T extends @Nullable Object> T looking(Supplier<T> look) {
        looking.set(true);
        try {
            return look.get();
        } finally {
            looking.remove();
        }
    }
}
