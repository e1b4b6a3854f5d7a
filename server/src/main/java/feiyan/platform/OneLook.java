package feiyan.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A request that only looks reads a thing once, however many parts of its page ask for it: they show the same order,
 * not the same one a moment apart. Nothing outlives the request; a transaction reads for itself, and after one that
 * wrote nothing counts as known.
 */
public final class OneLook {

    private static final ScopedValue<Map<List<?>, Object>> KNOWN = ScopedValue.newInstance();

    private OneLook() {}

    public static <R, X extends Throwable> R during(ScopedValue.CallableOp<R, X> look) throws X {
        return ScopedValue.where(KNOWN, new HashMap<>()).call(look);
    }

    /** @param question who asks what, in full: the reader's name, and all that the answer depends on */
    @SuppressWarnings("unchecked") // the question names the one who answers it, always with the same type
    public static <T> T once(List<?> question, Supplier<T> read) {
        if (!KNOWN.isBound() || TransactionSynchronizationManager.isActualTransactionActive()) {
            return read.get();
        }
        var known = KNOWN.get();
        var answer = known.get(question);
        if (answer == null) {
            answer = read.get();
            known.put(question, answer);
        }
        return (T) answer;
    }

    static void forget() {
        if (KNOWN.isBound()) {
            KNOWN.get().clear();
        }
    }
}
