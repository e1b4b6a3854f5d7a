package feiyan.loop.walk;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Spoils the tables as their owner, lets somebody look, and leaves everything as it was. */
final class Tamperer {

    private static final String LIFT = """
            select coalesce(
              (select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) from pg_constraint c
                where c.conname = :guard),
              format('drop index %I', :guard))
            """;

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    /** @param own one connection: whoever looks by it, too, sees what is spoilt */
    Tamperer(DataSource own) {
        this.db = JdbcClient.create(own);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(own));
    }

    /**
     * What came of it.
     *
     * @param rows that were spoilt
     * @param lifted the guards that had refused
     * @param seen what somebody saw who looked at that moment
     */
    record Spoilt<T>(int rows, Set<String> lifted, T seen) {}

    <T> Spoilt<T> spoil(Tampering tampering, Supplier<T> look) {
        return Objects.requireNonNull(transaction.execute(own -> {
            var lifted = new TreeSet<String>();
            int rows = spoil(tampering, own, lifted);
            var seen = look.get();
            own.setRollbackOnly();
            return new Spoilt<>(rows, lifted, seen);
        }));
    }

    /** Each guard that refuses is noted and lifted, until nothing refuses any more. */
    private int spoil(Tampering tampering, TransactionStatus own, Set<String> lifted) {
        while (true) {
            var before = own.createSavepoint();
            try {
                int rows = steps(tampering);
                db.sql("set constraints all immediate").update();
                return rows;
            } catch (DataIntegrityViolationException refused) {
                own.rollbackToSavepoint(before);
                if (!lifted.add(guard(refused))) {
                    throw refused;
                }
                lift(guard(refused));
            }
        }
    }

    private int steps(Tampering tampering) {
        int rows = 0;
        for (var step : tampering.steps()) {
            rows = db.sql(step).update();
        }
        return rows;
    }

    private static String guard(DataIntegrityViolationException refused) {
        if (NestedExceptionUtils.getMostSpecificCause(refused) instanceof PSQLException cause
                && cause.getServerErrorMessage() != null
                && cause.getServerErrorMessage().getConstraint() != null) {
            return cause.getServerErrorMessage().getConstraint();
        }
        throw refused;
    }

    private void lift(String guard) {
        db.sql(db.sql(LIFT).param("guard", guard).query(String.class).single()).update();
    }
}
