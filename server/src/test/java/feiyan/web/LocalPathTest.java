package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders", "/orders?state=NEW&next=//x", "/orders/1#history"})
    void aPathOfOursStays(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: b"
            })
    void aWayOutLeadsToTheStartPage(String path) {
        assertThat(LocalPath.of(path)).isEqualTo("/");
    }

    @Test
    void whatNoAddressCanCarryIsTheStartPage() {
        var words = "王".repeat(440);
        assertThat(LocalPath.of("/search?words=" + words)).contains(words);
        assertThat(LocalPath.of("/search?words=" + words + words)).isEqualTo("/");
        assertThat(LocalPath.of("/" + "x".repeat(5_000))).isEqualTo("/");
    }

    @Test
    void noPathIsTheStartPage() {
        assertThat(LocalPath.of(null)).isEqualTo("/");
    }
}
