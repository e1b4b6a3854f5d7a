package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchMarkTest {

    @Test
    void whatWasLookedForIsMarkedAndNothingIsLost() {
        assertThat(SearchMark.of("腿脚不便，想理发", List.of("理发"), false))
                .containsExactly(new SearchMark("腿脚不便，想", false), new SearchMark("理发", true));
        assertThat(SearchMark.of("WiFi", List.of("wifi"), false)).containsExactly(new SearchMark("WiFi", true));
        assertThat(SearchMark.of("", List.of("理发"), true)).isEmpty();
    }

    @Test
    void ofANameTheCharactersWithTheInitialsAreMarked() {
        assertThat(SearchMark.of("上门理发", List.of("lf"), true))
                .containsExactly(new SearchMark("上门", false), new SearchMark("理发", true));
        assertThat(SearchMark.of("上门理发", List.of("lf"), false)).containsExactly(new SearchMark("上门理发", false));
    }

    @Test
    void signsOfAPatternAreOnlySigns() {
        assertThat(SearchMark.of("a.b", List.of("."), false))
                .containsExactly(new SearchMark("a", false), new SearchMark(".", true), new SearchMark("b", false));
    }
}
