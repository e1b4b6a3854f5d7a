package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@FeiyanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private Orders orders;

    @Autowired
    private Review review;

    @Autowired
    private ServiceSheets sheets;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
    }

    @Test
    void aNeedInFreeWordsTakesWhatItsProjectTakes() {
        var order = placed(null, "Three windows want cleaning");
        assertThat(review.approve(village.clerk, order, 1, null)).isEqualTo(Outcome.refused("order.choose_project"));
        review.approve(village.clerk, order, 1, village.project(3, 90)).orThrow();
        var sheet = sheets.find(village.county, order).orElseThrow();
        assertThat(sheet.headcount()).isEqualTo(3);
        assertThat(sheet.minutes()).isEqualTo(90);
    }

    @Test
    void wordsBeyondMeasureAreRefusedAndNothingIsWritten() {
        assertThat(place(null, "长".repeat(501))).isEqualTo(Outcome.refused("order.too_long", 500));
        var order = placed(null, "Firewood");
        assertThat(review.resolve(village.clerk, order, 1, "长".repeat(501)))
                .isEqualTo(Outcome.refused("order.too_long", 500));
        assertThat(sheets.find(village.county, order).orElseThrow().version()).isEqualTo(1);
    }

    private OrderId placed(@Nullable ProjectId project, String need) {
        return place(project, need).orThrow();
    }

    private Outcome<OrderId> place(@Nullable ProjectId project, String need) {
        var from = Village.wednesday(clock.instant());
        return orders.place(
                village.requester,
                new NewOrder(
                        village.requester.person(),
                        Channel.PHONE_PAGE,
                        village.station,
                        project,
                        need,
                        "Wang Xiulan",
                        "13800000000",
                        "No. 3, by the well",
                        null,
                        new Slot(from, from.plus(Duration.ofHours(8))),
                        false));
    }
}
