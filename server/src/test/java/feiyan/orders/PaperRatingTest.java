package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.orders.OrderParties.Part;
import feiyan.orders.Rating.How;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an old man put on paper comes in by the hand of the village's swallow volunteer, and it says whose. */
@FeiyanTest
@TestInstance(Lifecycle.PER_CLASS)
class PaperRatingTest {

    private static final Rating WELL = new Rating(true, 5, 5, 5, null, How.PAGE);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Orders orders;

    @Autowired
    private Review review;

    @Autowired
    private RatingLinks links;

    @Autowired
    private JdbcClient jdbc;

    private Village village;
    private Actor swallow;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        swallow = village.volunteer("Zhou Jie");
    }

    @Test
    void copiedByWhoeverOrderedAtTheDoor() {
        var order = served(Channel.SWALLOW, OnBehalf.SPOKEN, swallow);
        orders.rate(swallow, order, village.version(order), WELL).orThrow();
        assertThat(how(order)).isEqualTo("PAPER " + swallow.person().value());
    }

    @Test
    void nobodyWhoServedWritesDownHowItWas() {
        var order = served(Channel.SWALLOW, OnBehalf.SPOKEN, swallow);
        village.the(Transactions.class)
                .write(() -> {
                    village.the(OrderParties.class)
                            .join(
                                    village.county,
                                    order,
                                    swallow.person(),
                                    Part.SEAT,
                                    village.the(AppClock.class).instant());
                    return Outcome.done(order);
                })
                .orThrow();
        assertThat(FollowersTest.code(orders.rate(swallow, order, village.version(order), WELL)))
                .isEqualTo("rating.own_work");
    }

    @Test
    void whoWroteItDownIsNeitherAskedNorSeatedAndWhoServesReadsNoCode() {
        var from = Village.wednesday(village.the(AppClock.class).instant());
        var order = placed(Channel.SWALLOW, OnBehalf.SPOKEN, swallow);
        review.approve(village.clerk, order, 1, village.project(1, 60)).orThrow();
        assertThat(FollowersTest.code(offer(order, swallow, from))).isEqualTo("seat.own_order");
        var barber = village.volunteer("Qian");
        var offer = offer(order, barber, from).orThrow().getFirst();
        village.the(Answers.class).accept(barber, offer).orThrow();
        var view = village.the(OrderBook.class).find(swallow, order).orElseThrow();
        assertThat(village.the(CheckInCode.class).forRequester(village.county, view))
                .matches("\\d{6}");
        village.the(OrderParties.class)
                .join(
                        village.county,
                        order,
                        swallow.person(),
                        Part.SEAT,
                        village.the(AppClock.class).instant());
        var seated = village.the(OrderBook.class).find(swallow, order).orElseThrow();
        assertThat(village.the(CheckInCode.class).forRequester(village.county, seated))
                .isNull();
    }

    private Outcome<List<OfferId>> offer(OrderId order, Actor volunteer, Instant from) {
        return village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, from),
                        List.of(new Invitee.ToVolunteer(volunteer.person())));
    }

    @Test
    void copiedByTheLinkOnTheSheet() {
        var order = served(Channel.PHONE_PAGE, null, village.requester);
        var token = links.of(village.county, order).orElseThrow().substring("/r/".length());
        links.rate(token, Optional.of(swallow), "203.0.113.7", WELL.by(How.PAPER))
                .orThrow();
        assertThat(how(order)).isEqualTo("PAPER " + swallow.person().value());
    }

    @Test
    void notedByTheUnitOnceItHasCalled() {
        var order = served(Channel.PHONE_PAGE, null, village.requester);
        assertThat(FollowersTest.code(orders.rate(village.clerk, order, village.version(order), WELL)))
                .isEqualTo("order.call_before_rating");
        review.called(village.clerk, order, true).orThrow();
        orders.rate(village.clerk, order, village.version(order), WELL).orThrow();
        assertThat(how(order)).isEqualTo("CALL_BACK " + village.clerk.person().value());
    }

    private OrderId served(Channel channel, @Nullable OnBehalf consent, Actor by) {
        var order = placed(channel, consent, by);
        return review.resolve(village.clerk, order, 1, "Cut at once").orThrow();
    }

    private OrderId placed(Channel channel, @Nullable OnBehalf consent, Actor by) {
        var from = Village.wednesday(village.the(AppClock.class).instant());
        var need = new NewOrder(
                village.requester.person(),
                channel,
                village.station,
                null,
                "Her hair has grown long",
                "Wang Xiulan",
                "13800000000",
                "No. 3, by the well",
                null,
                new Slot(from, from.plus(Duration.ofDays(1))),
                false,
                consent,
                null);
        return orders.place(by, need).orThrow();
    }

    private String how(OrderId order) {
        return jdbc.sql(
                        "select how || ' ' || rated_by from order_rating where county_id = :county and order_id = :order")
                .param("county", village.county.value())
                .param("order", order.value())
                .query((row, number) -> row.getString(1))
                .single();
    }
}
