package feiyan.menu;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class MenuTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Menu menu;

    private Village village;
    private String csv;

    @BeforeAll
    void theCommonMenu() throws IOException {
        village = Village.in(house);
        csv = new ClassPathResource("menu/common-projects.csv").getContentAsString(StandardCharsets.UTF_8);
        menu.importCsv(village.administrator, csv).orThrow();
    }

    @Test
    void aSecondImportChangesNothing() {
        var before = menu.categories(village.county);
        assertThat(menu.importCsv(village.administrator, csv)).isEqualTo(Outcome.done(72));
        assertThat(menu.categories(village.county)).isEqualTo(before).hasSize(6);
    }

    @Test
    void whatIsWithdrawnLeavesTheMenuAndStaysInTheArchive() {
        var project = menu.categories(village.county).getFirst().projects().getLast();

        menu.withdraw(village.administrator, project.id()).orThrow();

        assertThat(menu.categories(village.county).getFirst().projects()).doesNotContain(project);
        assertThat(menu.find(village.county, project.id()).orElseThrow().withdrawn())
                .isTrue();
        assertThat(menu.withdraw(village.administrator, project.id()))
                .isEqualTo(Outcome.refused("menu.no_such_project"));
    }

    @Test
    void onlyTheCentersAdministratorsKeepIt() {
        assertThat(menu.importCsv(village.clerk, csv)).isEqualTo(Outcome.refused("menu.not_yours"));
        assertThat(menu.keeps(village.administrator)).isTrue();
        assertThat(menu.keeps(village.requester)).isFalse();
    }

    @Test
    void aProjectNeedsACategoryThatIsThere() {
        var draft = new ProjectDraft("XX01", "Something", "skill", 60, 1, false, null, false, false);
        assertThat(menu.add(village.administrator, draft)).isEqualTo(Outcome.refused("menu.no_such_category", "XX"));
    }
}
