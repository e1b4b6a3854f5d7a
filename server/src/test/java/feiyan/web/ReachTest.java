package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import feiyan.platform.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** A server that would stand open does not start, and says what to do. */
class ReachTest {

    private static Reach reach(String... settings) {
        var environment = new MockEnvironment();
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        return Reach.of(environment);
    }

    private static String refusal(String... settings) {
        var failure = catchThrowableOfType(StartFailure.class, () -> reach(settings));
        assertThat(failure).as("refused to start").isNotNull();
        assertThat(failure.line()).contains("  |  ").doesNotContain("{0}");
        return failure.code();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1"})
    void onThisMachineAloneNothingIsAsked(String address) {
        assertThat(reach("server.address", address).isThisMachineOnly()).isTrue();
    }

    /** An empty address and a name are all addresses of this machine, and of nobody knows what. */
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.7", "::", "", "localhost"})
    void beyondThisMachineInClearIsRefused(String address) {
        assertThat(refusal("server.address", address, "feiyan.public-url", "https://feiyan.example.cn"))
                .isEqualTo("needs_https");
        assertThat(refusal()).isEqualTo("needs_https");
    }

    @Test
    void aCertificateOrAProxyOpensTheDoorToThoseWhoKnowTheName() {
        var own = reach(
                "server.address", "0.0.0.0", "server.ssl.bundle", "x", "feiyan.public-url", "https://feiyan.example.cn/");
        assertThat(own.isThisMachineOnly()).isFalse();
        assertThat(own.isPublicName("Feiyan.Example.CN", 443)).isTrue();
        assertThat(own.isPublicName("feiyan.example.cn", 8443)).isFalse();
        assertThat(own.isPublicName("evil.example", 443)).isFalse();
        var proxy = reach(
                "server.address", "10.0.0.5", "feiyan.proxies", "10.0.0.4", "feiyan.public-url", "https://f.cn:8443");
        assertThat(proxy.isPublicName("f.cn", 8443)).isTrue();
        assertThat(refusal("server.address", "0.0.0.0", "server.ssl.bundle", "x")).isEqualTo("needs_public_url");
        assertThat(refusal("server.address", "127.0.0.1", "feiyan.proxies", "127.0.0.1"))
                .isEqualTo("needs_public_url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://f.cn", "f.cn", "https://f.cn/feiyan", "https://a@f.cn", "https://f.cn?x", "https:///", "a b"})
    void aPublicAddressIsHttpsAndNothingButAHost(String url) {
        assertThat(refusal("server.address", "127.0.0.1", "feiyan.public-url", url))
                .isEqualTo("public_url_malformed");
    }

    @Test
    void whatIsNotUnderstoodIsNotGuessed() {
        assertThat(refusal("server.address", "127.0.0.1", "feiyan.proxies", "nginx.local"))
                .isEqualTo("proxies_malformed");
        assertThat(refusal("server.address", "127.0.0.1", "feiyan.proxy-headers", "both"))
                .isEqualTo("proxy_headers_unknown");
    }
}
