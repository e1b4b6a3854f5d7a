package feiyan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class SameSeedTest {

    @Test
    void theSameSeedGivesTheSameNames() {
        assertThat(names(7)).isEqualTo(names(7)).isNotEqualTo(names(8)).doesNotHaveDuplicates();
    }

    private static List<String> names(long seed) {
        var names = new Names(new DemoWords(), new Luck(seed));
        return Stream.generate(names::next).limit(2500).toList();
    }

    @Test
    void eachNeedIsForAProjectOfTheMenu() throws IOException {
        var menu = new ClassPathResource("menu/common-projects.csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(DemoWords.needs())
                .hasSizeGreaterThan(40)
                .allSatisfy(need -> assertThat(menu).contains("\n" + need.project() + ","));
    }
}
