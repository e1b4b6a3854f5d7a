package feiyan.menu;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class MenuCsvTest {

    private static final String HEADER =
            "code,category,name,skill,duration_minutes,headcount,mode,qualification,hazardous\n";

    @Test
    void readsTheCommonProjects() throws IOException {
        var csv = new ClassPathResource("menu/common-projects.csv").getContentAsString(StandardCharsets.UTF_8);
        var menu = MenuCsv.read(csv).orThrow();
        assertThat(menu.projects()).hasSize(72);
        assertThat(menu.categories().keySet()).containsExactly("LL", "WH", "JY", "YL", "NJ", "BM");
        assertThat(menu.projects().stream().filter(ProjectDraft::confidential).map(ProjectDraft::code))
                .containsExactly("JY06", "JY12", "BM08", "BM09");
    }

    @Test
    void namesTheFirstLineThatIsWrong() {
        assertThat(MenuCsv.read(HEADER + "LL01,a,b,c,60,1,on_site,,no\nLL02,a,b,c,sixty,1,on_site,,no\n"))
                .isEqualTo(Outcome.refused("menu.csv_line", 3L));
        assertThat(MenuCsv.read(HEADER + "LL01,a,b,c,60,13,on_site,,no\n"))
                .isEqualTo(Outcome.refused("menu.csv_line", 2L));
        assertThat(MenuCsv.read(HEADER + "LL01,a,b,c,60,1,somewhere,,no\n"))
                .isEqualTo(Outcome.refused("menu.csv_line", 2L));
    }

    @Test
    void anythingElseIsNoTable() {
        assertThat(MenuCsv.read("")).isEqualTo(Outcome.refused("menu.csv_unreadable"));
        assertThat(MenuCsv.read(HEADER)).isEqualTo(Outcome.refused("menu.csv_unreadable"));
        assertThat(MenuCsv.read("hello\nworld\n")).isEqualTo(Outcome.refused("menu.csv_line", 2L));
    }
}
