package feiyan.platform;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Nearly every transaction of the loop has something to tell. What it tells is the last that it writes, after whatever
 * else waits for its end; so both go to the database by one way, which waits for the disk anyway.
 */
@Component
class TellingTransactionManager extends JdbcTransactionManager {

    private final transient OutboxTelling telling;

    TellingTransactionManager(DataSource pool, OutboxTelling telling) {
        super(pool);
        this.telling = telling;
    }

    /** Where what was told took the commit with it, the connection has nothing left to commit, and sends nothing. */
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        telling.writeAndCommit();
        super.doCommit(status);
    }
}
