package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.Review;
import feiyan.platform.DbTime;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A household is reminded of the rating once, a day before its time is over. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.public-url=https://fy.cn/"})
@Import(SentTexts.class)
@TestInstance(Lifecycle.PER_CLASS)
class RatingNoticesTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private JdbcClient jdbc;

    private ToldWorld world;
    private Actor requester;
    /** A day before seven days are over. */
    private Instant dayBefore;

    @BeforeAll
    void aVillage() {
        world = new ToldWorld(house);
        requester = world.village.requester;
        dayBefore = world.tuesday.plus(DAY.multipliedBy(6));
    }

    @Test
    void theRequesterIsRemindedOnceWithALinkThatFitsIntoTheText() {
        var order = served();
        world.tick(world.tuesday);
        world.tick(dayBefore.minusSeconds(1));
        assertThat(world.told(requester, order)).doesNotContain(NoticeKind.RATING_CLOSES);
        world.tick(dayBefore);
        world.tick(dayBefore.plusSeconds(60));
        assertThat(world.told(requester, order)).containsOnlyOnce(NoticeKind.RATING_CLOSES);
        assertThat(world.texts(requester).getLast())
                .contains("https://fy.cn/r/")
                .matches(Gsm7::fits);
    }

    @Test
    void whatWasRatedNeedsNoReminder() {
        var order = served();
        var rating = new Rating(true, 5, 5, 5, null, Rating.How.PAGE);
        world.at(
                world.tuesday.plus(DAY),
                () -> world.village
                        .the(Orders.class)
                        .rate(requester, order, world.village.version(order), rating)
                        .orThrow());
        world.tick(dayBefore);
        assertThat(world.told(requester, order)).doesNotContain(NoticeKind.RATING_CLOSES);
    }

    @Test
    void whereTheCountyGivesMoreDaysTheReminderComesLater() {
        var order = served();
        jdbc.sql("update service_order set due_at = :due where county_id = :county and id = :order")
                .param("due", DbTime.of(dayBefore.plus(DAY.multipliedBy(3))))
                .param("county", world.village.county.value())
                .param("order", order.value())
                .update();
        world.tick(dayBefore);
        assertThat(world.told(requester, order)).doesNotContain(NoticeKind.RATING_CLOSES);
        world.tick(dayBefore.plus(DAY.multipliedBy(2)));
        assertThat(world.told(requester, order)).containsOnlyOnce(NoticeKind.RATING_CLOSES);
    }

    private OrderId served() {
        return world.at(world.tuesday, () -> {
            var order = world.village.approved(world.village.project(1, 40), world.wednesday);
            return world.village
                    .the(Review.class)
                    .resolve(world.village.clerk, order, world.village.version(order), "Done at the counter")
                    .orThrow();
        });
    }
}
