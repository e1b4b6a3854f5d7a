package feiyan.menu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.menu.Menu;
import feiyan.menu.MenuTables;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@TestInstance(Lifecycle.PER_CLASS)
class MenuPagesTest {

    private static final String HEADER =
            "code,category,name,skill,duration_minutes,headcount,mode,qualification,hazardous\n";

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    private Village village;
    private Menu menu;

    @BeforeAll
    void aVillageWithTheCommonProjects() {
        village = Village.in(house);
        menu = village.the(Menu.class);
        village.the(MenuTables.class).bringCommon(village.administrator).orThrow();
    }

    @Test
    void nobodyButTheCentersAdministratorComesIn() {
        assertThat(get("/admin/menu", village.administrator)).hasStatusOk();
        for (var path : new String[] {"/admin/menu", "/admin/menu/projects/new?category=BM", project("BM01")}) {
            assertThat(get(path, village.clerk)).hasStatus(403);
            assertThat(get(path, village.requester)).hasStatus(403);
        }
        assertThat(post("/admin/menu/common-projects", village.clerk)).hasStatus(403);
        assertThat(post(project("BM01") + "/withdrawal", village.clerk)).hasStatus(403);
    }

    @Test
    void eachWrongLineOfATableIsNamedAndNothingComesIn() {
        var table =
                HEADER + "ZZ01,New,a,b,60,1,on_site,,no\nZZ02,New,a,b,60,13,on_site,,no\nZZ03,New,a,b,60,1,by air,,no";
        var page = web.post()
                .uri("/admin/menu/import?lang=en")
                .param("text", table)
                .with(AsActor.of(village.administrator))
                .with(csrf())
                .exchange();
        assertThat(page).hasStatus(422).bodyText().contains("2 lines", "Line 3:", "Line 4:", "by air");
        assertThat(menu.categories(village.county)).hasSize(6);
    }

    @Test
    void aProjectIsAddedUnderTheNextCodeAndChanged() {
        var blank = get("/admin/menu/projects/new?category=NJ", village.administrator);
        assertThat(blank).hasStatusOk().bodyText().contains("value=\"NJ13\"");
        assertThat(filled("/admin/menu/projects", "NJ13", "Bees", "40")).hasRedirectedUrl("/admin/menu");
        assertThat(filled("/admin/menu/projects", "NJ13", "Wasps", "40")).hasStatus(422);
        assertThat(filled(project("NJ13"), "XX99", "Bees and honey", "4")).hasStatus(422);
        assertThat(filled(project("NJ13"), "XX99", "Bees and honey", "45")).hasRedirectedUrl("/admin/menu");
        assertThat(get(project("NJ13"), village.administrator)).bodyText().contains("Bees and honey");
    }

    @Test
    void whatIsWithdrawnComesBack() {
        var project = project("WH01");
        assertThat(post(project + "/withdrawal", village.administrator)).hasRedirectedUrl("/admin/menu");
        assertThat(menu.categories(village.county))
                .noneMatch(category ->
                        category.projects().stream().anyMatch(one -> one.code().equals("WH01")));
        assertThat(filled(project, "WH01", "Opera", "60")).hasRedirectedUrl("/admin/menu");
        assertThat(menu.categories(village.county))
                .anyMatch(category ->
                        category.projects().stream().anyMatch(one -> one.name().equals("Opera")));
    }

    private String project(String code) {
        var found = menu.archive(village.county).stream()
                .flatMap(category -> category.projects().stream())
                .filter(project -> project.code().equals(code))
                .findFirst();
        return "/admin/menu/projects/" + found.orElseThrow().id().value();
    }

    private MvcTestResult get(String path, Actor actor) {
        return web.get().uri(path).with(AsActor.of(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor) {
        return web.post().uri(path).with(AsActor.of(actor)).with(csrf()).exchange();
    }

    private MvcTestResult filled(String path, String code, String name, String minutes) {
        return web.post()
                .uri(path)
                .param("code", code)
                .param("name", name)
                .param("skill", "bees")
                .param("minutes", minutes)
                .param("headcount", "1")
                .with(AsActor.of(village.administrator))
                .with(csrf())
                .exchange();
    }
}
