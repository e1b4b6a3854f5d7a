package feiyan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nobody sends the server by typing an address. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2001::1",
                "64:ff9b::7f00:1",
                "::ffff:127.0.0.1"
            })
    void whatLeadsIntoANetworkOfSomebodysOwnIsNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "114.114.114.114", "172.32.0.1", "100.63.1.1", "2400:3200::1", "2606:4700::1111"})
    void theOpenInternetIs(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNameThatLeadsHomeIsNotResolved() {
        assertThatThrownBy(() -> new PublicAddresses(false).resolve("localhost"))
                .isInstanceOf(PublicAddresses.NotPublic.class);
    }

    @Test
    void aCallToThisMachineNeverLeaves() throws IOException {
        var caller = new WebhookCaller(false);
        try (var receiver = new Receiver()) {
            for (var address :
                    new String[] {receiver.address("/"), receiver.address("/").replace("127.0.0.1", "localhost")}) {
                var answer = caller.call(URI.create(address), new WebhookMessage.Sealed(Map.of(), "{}"));
                assertThat(answer).isEqualTo(new WebhookCaller.Answer.Silence("not_public"));
            }
            assertThat(receiver.told).isEmpty();
        } finally {
            caller.close();
        }
    }
}
