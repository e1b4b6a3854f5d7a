package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.StartFailure;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class DatabaseLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://10.0.0.7/feiyan",
                "jdbc:postgresql://db.example.cn:5433/feiyan?sslmode=prefer",
                "jdbc:postgresql://db.example.cn/feiyan?sslmode=disable",
                "jdbc:postgresql://db.example.cn/feiyan?sslmode=no-such",
                "jdbc:postgresql://localhost,10.0.0.7/feiyan",
                "jdbc:postgresql://10.0.0.7:5432,10.0.0.8:5432/feiyan?targetServerType=primary",
                "jdbc:postgresql://localhost.example.cn/feiyan"
            })
    void toAnotherMachineNothingGoesInClear(String url) {
        assertThatThrownBy(() -> DatabaseLine.mustBeEncrypted(url, false))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> Assertions.assertThat(failure.line())
                                .contains("sslmode=verify-full", "feiyan.database.in-clear=true")
                                .doesNotContain("jdbc:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://10.0.0.7/feiyan?sslmode=require",
                "jdbc:postgresql://db.example.cn/feiyan?sslmode=verify-full&sslrootcert=/etc/ssl/db.pem",
                "jdbc:postgresql://db.example.cn/feiyan?ssl=true",
                "jdbc:postgresql://localhost:5433/feiyan",
                "jdbc:postgresql://127.0.0.1/feiyan",
                "jdbc:postgresql://[::1]:5432/feiyan",
                "jdbc:postgresql://127.0.0.1:5432,localhost:5433/feiyan?targetServerType=primary",
                "jdbc:postgresql://db1.example.cn,db2.example.cn/feiyan?targetServerType=primary&sslmode=verify-full",
                "jdbc:postgresql:feiyan",
                "no address at all"
            })
    void anEncryptedLineIsTakenAndOneWithinThisMachine(String url) {
        assertThatCode(() -> DatabaseLine.mustBeEncrypted(url, false)).doesNotThrowAnyException();
    }

    @Test
    void aLineThatTheOperatorNamesAsTheirOwnIsTaken() {
        assertThatCode(() -> DatabaseLine.mustBeEncrypted("jdbc:postgresql://10.0.0.7/feiyan", true))
                .doesNotThrowAnyException();
    }

    @Test
    void theServerAsksBeforeItConnects() {
        var settings =
                new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://192.0.2.1/feiyan");
        assertThatThrownBy(() -> new DatabaseConfiguration().databaseServer(settings))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> Assertions.assertThat(failure.code()).isEqualTo("database_in_clear"));
    }
}
