package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16,10.20.255.1,true",
        "10.20.0.0/16,10.21.0.1,false",
        "10.20.30.40,10.20.30.40,true",
        "10.20.30.40,10.20.30.41,false",
        "10.20.30.0/23,10.20.31.9,true",
        "10.20.30.0/23,10.20.32.9,false",
        "0.0.0.0/0,203.0.113.9,true",
        "0.0.0.0/0,2001:db8::1,false",
        "2001:db8::/32,2001:db8:ffff::1,true",
        "2001:db8::/32,2001:db9::1,false",
        "2001:db8::/33,2001:db8:8000::1,false",
        "10.20.0.0/16,::ffff:10.20.0.1,true",
        "fe80::/10,fe80::1%eth0,true",
        "10.20.0.0/16,office.example.cn,false",
        "10.20.0.0/16,'',false"
    })
    void anAddressLiesInANetworkByItsFirstBits(String network, String address, boolean inside) {
        assertThat(Networks.parse(network).contain(address)).isEqualTo(inside);
    }

    @Test
    void oneListHasOneSpelling() {
        var typed = " 10.20.30.40/16，2001:DB8::/32\n10.20.0.0/16; 192.168.1.7 ";
        assertThat(Networks.parse(typed).write()).isEqualTo("10.20.0.0/16,2001:db8:0:0:0:0:0:0/32,192.168.1.7/32");
        assertThat(Networks.parse(Networks.parse(typed).write())).isEqualTo(Networks.parse(typed));
        assertThat(Networks.parse(" ").isEmpty()).isTrue();
    }

    /** A name would be looked up, by whoever runs the name server: it is no address. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.20.0.0/33", "10.20.0.0/-1", "2001:db8::/129", "10.20/16/3", "10.20.0.0/", "x/8", "1"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Networks.parse(text));
    }

    @Test
    void aListHasAnEnd() {
        var many = "10.0.0.1".concat(",10.0.0.1".repeat(500));
        assertThat(Networks.parse(many).blocks()).hasSize(1);
        var different = IntStream.range(0, 101)
                .mapToObj(i -> "10.0.0." + i)
                .collect(Collectors.joining(","));
        assertThatIllegalArgumentException().isThrownBy(() -> Networks.parse(different));
    }
}
