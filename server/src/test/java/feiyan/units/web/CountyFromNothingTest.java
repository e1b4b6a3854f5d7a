package feiyan.units.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feiyan.web.browser.Browser.looksRight;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import feiyan.canary.WithoutTwin;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Counties;
import feiyan.units.Foundings;
import feiyan.units.TestCounty;
import feiyan.web.browser.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * From an empty house to a clerk who signs in, on two screens; the desk does the work, without a script on the phone.
 */
@WithoutTwin("begins where there is no county")
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CountyFromNothingTest {

    private static final Path DIVISIONS = Path.of("src/test/resources/units/divisions-371322-tancheng.csv");

    @LocalServerPort
    private int port;

    @Autowired
    private Foundings foundings;

    @Autowired
    private Counties counties;

    @Autowired
    private Policies policies;

    private final String administrator = TestCounty.phone().digits();
    private final String clerk = TestCounty.phone().digits();

    @Test
    void anAdministratorFoundsACountyAndAClerkJoinsIt() {
        try (var browser = Browser.at("http://localhost:" + port)) {
            var desk = browser.desk();
            found(desk);
            // The second step has a browser test of its own.
            policies.set(counties.all().getFirst().id(), Policy.STAFF_TOTP, false, null)
                    .orThrow();
            signIn(desk, administrator);
            areas(desk);
            units(desk);
            var link = invite(desk);
            var look = browser.phone();
            look.navigate(link);
            looksRight(look, "units-invitation");
            var phone = browser.phoneWithoutScript();
            join(phone, link);
            signIn(phone, clerk);
            // In, as a clerk: there is mail to read, and nothing to administer.
            assertThat(phone.locator(".bell")).isVisible();
            assertThat(phone.locator("main")).containsText("您现在打不开");
            everyPageOnAPhone(desk);
        }
    }

    private void found(Page desk) {
        desk.navigate("/founding/" + foundings.newLink().orElseThrow());
        looksRight(desk, "units-founding");
        press(desk, "建好，去登录");
        assertThat(desk.locator(".mistake").first()).isVisible();
        desk.fill("#county", "郯城县");
        desk.fill("#divisionCode", "371322");
        desk.fill("#administrator", "王丽");
        desk.fill("#phone", administrator);
        desk.fill("#password", TestCounty.PASSWORD);
        press(desk, "建好，去登录");
    }

    private static void signIn(Page page, String phone) {
        page.navigate("/staff/sign-in?next=/admin");
        page.fill("#phone", phone);
        page.fill("#password", TestCounty.PASSWORD);
        page.locator("main form button").first().click();
    }

    private static void press(Page page, String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    private static void areas(Page desk) {
        desk.navigate("/admin");
        looksRight(desk, "units-admin-empty");
        desk.navigate("/admin/areas");
        desk.fill("#text", "code,name,level,parent_code\n1,x,village,2\n");
        press(desk, "先看看");
        looksRight(desk, "units-areas-mistakes");
        desk.navigate("/admin/areas");
        desk.setInputFiles("#file", DIVISIONS);
        press(desk, "先看看");
        looksRight(desk, "units-areas-preview");
        press(desk, "导入");
    }

    private static void units(Page desk) {
        press(desk, "照行政区划设好");
        assertThat(desk.getByRole(AriaRole.STATUS)).containsText("实践所 13 个，实践站 125 个");
        looksRight(desk, "units-tree");
        desk.fill("#words", "小马头");
        press(desk, "找一找");
        looksRight(desk, "units-search");
        desk.locator("main .item a").first().click();
    }

    private static String invite(Page desk) {
        looksRight(desk, "units-station");
        desk.fill("#invitee", "赵敏");
        press(desk, "做一个邀请链接");
        looksRight(desk, "units-invited");
        return desk.inputValue("#link");
    }

    private void join(Page phone, String link) {
        phone.navigate(link);
        phone.fill("#phone", clerk);
        phone.fill("#password", TestCounty.PASSWORD);
        press(phone, "我加入");
    }

    /** In the administrator's session. */
    private static void everyPageOnAPhone(Page desk) {
        desk.setViewportSize(360, 780);
        for (var path : new String[] {"/admin", "/admin/areas", "/admin/units", "/admin/staff"}) {
            desk.navigate(path);
            looksRight(desk, "units" + path.replace('/', '-'));
        }
        desk.navigate("/admin/units");
        desk.locator("main h2 a").click();
        looksRight(desk, "units-center");
        desk.getByText("交接我的岗位").click();
        looksRight(desk, "units-hand-over");
    }
}
