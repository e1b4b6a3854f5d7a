package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapTilesTest {

    @Test
    void withoutAServerOfTilesThePolicyStaysAsItIs() {
        var none = tiles("", List.of());
        assertThat(none.given()).isFalse();
        assertThat(none.allowedBy(SafeHeaders.CONTENT)).isEqualTo(SafeHeaders.CONTENT);
    }

    @Test
    void picturesMayComeFromExactlyThatHost() {
        var policy = tiles("https://tiles.example:8443/{z}/{x}/{y}.png?key=a1", List.of())
                .allowedBy(SafeHeaders.CONTENT);
        assertThat(policy)
                .contains("img-src 'self' data: blob: https://tiles.example:8443;")
                .isEqualTo(SafeHeaders.CONTENT.replace("blob:; media", "blob: https://tiles.example:8443; media"));
    }

    @Test
    void eachSubdomainIsNamedByItself() {
        assertThat(tiles("https://t{s}.example/{z}/{x}/{y}", List.of("1", "2")).allowedBy(SafeHeaders.CONTENT))
                .contains("img-src 'self' data: blob: https://t1.example https://t2.example;")
                .doesNotContain("*", "{");
    }

    @Test
    void tilesOfThisServerNeedNothingMore() {
        assertThat(tiles("/tiles/{z}/{x}/{y}.png", List.of()).allowedBy(SafeHeaders.CONTENT))
                .isEqualTo(SafeHeaders.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://*/{z}/{x}/{y}",
                "https://tiles.example;script-src/{z}/{x}/{y}",
                "https://tiles.example/{z}/{x}",
                "javascript:/{z}/{x}/{y}",
                "//tiles.example/{z}/{x}/{y}",
                "https://tiles.example/{z}/{x}/{y}\r\nX-Evil: 1",
                "https://t{s}.example/{z}/{x}/{y}"
            })
    void anAddressThatWouldSayMoreIsRefusedAtTheStart(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> tiles(template, List.of()));
    }

    private static MapTiles tiles(String template, List<String> subdomains) {
        return new MapTiles(template, subdomains, "Example", "wgs84");
    }
}
