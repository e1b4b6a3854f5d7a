package feiyan.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links to a new password that nobody used yet; within the caller's transaction. */
@Component
class ResetRows {

    private final JdbcClient jdbc;

    ResetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void endAll(AccountId account) {
        jdbc.sql("delete from password_reset where account_id = :account and used_at is null")
                .param("account", account.value())
                .update();
    }
}
