package feiyan.dispatch.pool;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.canary.WithoutTwin;
import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of candidates among as many volunteers as a county has. */
@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@WithoutTwin("sixty thousand are enough once")
class CandidatesPageSizeTest {

    private static final int VOLUNTEERS = 60_000;
    private static final int SERVICES = 15_000;
    private static final int LOOKS = 100;

    /** On a machine with something else to do; alone it takes a third. */
    private static final int MOST_MILLIS = 150;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private AppClock clock;

    @Test
    void thePageComesAtOnceAmongSixtyThousand() {
        var village = Village.in(house);
        new ManyPeople(village, clock.instant()).live(VOLUNTEERS, SERVICES);
        var order = village.approved(village.project(1, 40), Village.wednesday(clock.instant()));
        var page = "/orders/" + order.value() + "/offers/new";
        var dispatcher = AsActor.of(village.clerk);
        Supplier<MvcTestResult> plain =
                () -> web.get().uri(page).with(dispatcher).exchange();
        Supplier<MvcTestResult> named = () ->
                web.get().uri(page + "?name=Volunteer 1234").with(dispatcher).exchange();
        assertThat(plain.get()).hasStatusOk();
        assertThat(named.get()).hasStatusOk().bodyText().contains("candidates");
        assertThat(median("page", plain)).isLessThan(MOST_MILLIS);
        assertThat(median("page with a name", named)).isLessThan(2 * MOST_MILLIS);
    }

    private static double median(String what, Supplier<MvcTestResult> look) {
        var took = new double[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            long began = System.nanoTime();
            look.get();
            took[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(took);
        System.out.printf(
                "%s, ms: least %.1f, median %.1f, p90 %.1f%n", what, took[0], took[LOOKS / 2], took[LOOKS * 9 / 10]);
        return took[LOOKS / 2];
    }
}
