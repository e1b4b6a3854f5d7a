package feiyan.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions of an account, wherever it is signed in. */
@Component
class Sessions {

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Plain SQL rather than Spring Session's repository, so that it holds or fails with the caller's transaction. */
    void endAll(AccountId account) {
        jdbc.sql("delete from spring_session where principal_name = :account")
                .param("account", account.value().toString())
                .update();
    }
}
