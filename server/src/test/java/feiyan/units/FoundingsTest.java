package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Passwords;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
class FoundingsTest {

    @Autowired
    private Foundings foundings;

    @Autowired
    private Counties counties;

    @Autowired
    private Units units;

    @Autowired
    private Staff staff;

    @Autowired
    private Passwords passwords;

    @Autowired
    private FoundingLine startLine;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    /** The links are for a house without a county; each test begins with one. */
    @BeforeEach
    void noCounty() {
        jdbc.sql("delete from county").update();
        jdbc.sql("delete from founding_link").update();
    }

    private static Founding founding() {
        return new Founding("郯城县", "371322", "Wang Li", TestCounty.phone(), TestCounty.PASSWORD);
    }

    private static String refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused<?>) outcome).refusal().code();
    }

    @Test
    void aCountyBeginsWithItsCenterAndAnAdministratorWhoCanSignIn() {
        var founding = founding();
        var founded =
                foundings.found(foundings.newLink().orElseThrow(), founding).orThrow();
        assertThat(counties.find(founded.county()).orElseThrow().name()).isEqualTo("郯城县");
        assertThat(units.center(founded.county()).orElseThrow().name()).isEqualTo("郯城县新时代文明实践中心");
        assertThat(staff.postsOf(founded.county(), founded.administrator()))
                .containsExactly(new Post(founded.center(), Role.ADMINISTRATOR));
        passwords.check(founding.phone(), TestCounty.PASSWORD, TestCounty.VISIT).orThrow();
    }

    @Test
    void theConsoleShowsALinkOnlyWhileThereIsNoCounty() {
        assertThat(startLine.lines("http://localhost:1"))
                .singleElement()
                .asString()
                .contains("http://localhost:1/founding/");
        foundings.foundDemo(founding()).orThrow();
        assertThat(startLine.lines("http://localhost:1")).isEmpty();
    }

    @Test
    void aNewStartVoidsTheLinkBeforeIt() {
        var first = foundings.newLink().orElseThrow();
        var second = foundings.newLink().orElseThrow();
        assertThat(foundings.isOpen(first)).isFalse();
        assertThat(foundings.isOpen(second)).isTrue();
    }

    @Test
    void aLinkEndsAfterADay() {
        var token = foundings.newLink().orElseThrow();
        var tomorrow = clock.instant().plus(Duration.ofHours(24));
        assertThat(refusal(clock.at(tomorrow, () -> foundings.found(token, founding()))))
                .isEqualTo("founding.link_ended");
    }

    @Test
    void aMistakeLeavesTheLinkAsItWas() {
        var token = foundings.newLink().orElseThrow();
        var weak = new Founding("郯城县", null, "Wang Li", TestCounty.phone(), "short");
        assertThat(refusal(foundings.found(token, weak))).isEqualTo("password.too_short");
        assertThat(counties.all()).isEmpty();
        foundings.found(token, founding()).orThrow();
    }

    @Test
    void ofTwoPeopleWithOneLinkOneFoundsTheCounty() throws Exception {
        var token = foundings.newLink().orElseThrow();
        Callable<Outcome<Foundings.Founded>> found = () -> foundings.found(token, founding());
        var answers = AtOnce.run(List.of(found, found, found));
        assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(2);
        assertThat(counties.all()).hasSize(1);
    }
}
