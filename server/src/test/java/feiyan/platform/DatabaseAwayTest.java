package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"08006", "53100", "53300", "57P01", "57P03", "58030"})
    void aLineThatIsCutAServerThatComesAndGoesAndAFullDiskPass(String state) {
        assertThat(DatabaseAway.is(new IllegalStateException(new SQLException("?", state))))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"23505", "40001", "57014", "42601", "22001"})
    void whatAStatementDidWrongDoesNot(String state) {
        assertThat(DatabaseAway.is(new IllegalStateException(new SQLException("?", state))))
                .isFalse();
        assertThat(DatabaseAway.is(new IllegalStateException("?"))).isFalse();
        assertThat(DatabaseAway.is(null)).isFalse();
    }

    @Test
    void soDoesAPoolThatHasNoConnectionToGive() {
        var none = new SQLTransientConnectionException("Connection is not available, request timed out");
        assertThat(DatabaseAway.is(new CannotGetJdbcConnectionException("none", none)))
                .isTrue();
    }

    @Test
    void aTransactionThatCannotBeTakenBackIsJudgedByWhatBrokeItFirst() {
        var failure = new TransactionSystemException("rollback", new IllegalStateException());
        failure.initApplicationException(new IllegalStateException(new SQLException("?", "57P02")));
        assertThat(DatabaseAway.is(failure)).isTrue();
    }
}
