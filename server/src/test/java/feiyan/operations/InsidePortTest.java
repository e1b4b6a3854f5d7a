package feiyan.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import feiyan.platform.Networks;
import feiyan.platform.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The operator's port stands open to nobody by mistake. */
class InsidePortTest {

    private static MockEnvironment settings(String port, String address, String watchers) {
        return new MockEnvironment()
                .withProperty("server.port", "8080")
                .withProperty("management.server.port", port)
                .withProperty("management.server.address", address)
                .withProperty("feiyan.watchers", watchers);
    }

    @ParameterizedTest
    @CsvSource({
        "8080, 127.0.0.1, '', inside_is_public",
        "9090, 0.0.0.0, '', watchers_missing",
        "9090, '', '', watchers_missing",
        "9090, 10.0.0.5, 'everybody', watchers_malformed",
    })
    void aPortThatWouldStandOpenIsNoStart(String port, String address, String watchers, String code) {
        var failure = catchThrowableOfType(StartFailure.class, () -> InsidePort.of(settings(port, address, watchers)));
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.line()).contains("  |  ").doesNotContain("{0}");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 127.0.0.1, ''",
        "-1, 0.0.0.0, ''",
        "9090, 127.0.0.1, ''",
        "9090, ::1, ''",
        "9090, 0.0.0.0, 10.0.0.9"
    })
    void allElseStarts(String port, String address, String watchers) {
        assertThat(InsidePort.of(settings(port, address, watchers)).port()).isEqualTo(Integer.parseInt(port));
    }

    @Test
    void beyondThisMachineThoseThatAreNamedLookInsideAndNobodyElse() throws Exception {
        assertThat(asked("10.0.0.9", "GET", "/actuator/prometheus")).isEqualTo(200);
        assertThat(asked("10.0.0.9", "GET", "/actuator/env")).isEqualTo(404);
        assertThat(asked("10.0.0.9", "PUT", "/actuator/prometheus")).isEqualTo(405);
        assertThat(asked("10.0.0.8", "GET", "/actuator/prometheus")).isEqualTo(403);
        assertThat(asked("10.0.0.8", "GET", "/actuator/env")).isEqualTo(403);
    }

    private static int asked(String peer, String method, String path) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(peer);
        request.setServerName("10.0.0.5");
        var response = new MockHttpServletResponse();
        new InsideDoor(Networks.parse("10.0.0.9")).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
