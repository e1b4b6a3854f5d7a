package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People are asked for the part of the day that suits the household, and never for the night. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class DayPartOffersTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Offers offers;

    @Autowired
    private JdbcClient db;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant ten;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        ten = Village.wednesday(clock.instant());
    }

    @Test
    void ofAWindowOfDaysOnlyTheMorningsAreAskedFor() {
        var order = village.approved(village.project(1, 60), ten);
        db.sql("insert into order_day_part (county_id, order_id, part) values (:county, :id, 'MORNING')")
                .param("county", village.county.value())
                .param("id", order.value())
                .update();
        var mornings = Outcome.refused("offer.other_day_part", "08:00", "12:00");
        assertThat(asked(order, ten.plus(Duration.ofHours(4)))).isEqualTo(mornings);
        assertThat(asked(order, ten.plus(Duration.ofMinutes(61)))).isEqualTo(mornings);
        asked(order, ten.plus(DAY).plus(Duration.ofHours(1))).orThrow();
    }

    @Test
    void nobodyIsAskedToComeWhileTheHouseholdSleepsUnlessItIsUrgent() {
        var order = village.approved(village.project(1, 60), ten);
        var night = ten.plus(Duration.ofHours(13));
        assertThat(asked(order, night)).isEqualTo(Outcome.refused("offer.while_people_sleep", "08:00-21:00"));
        db.sql("update service_order set urgent = true where county_id = :county and id = :id")
                .param("county", village.county.value())
                .param("id", order.value())
                .update();
        asked(order, night).orThrow();
    }

    private Outcome<List<OfferId>> asked(OrderId order, Instant from) {
        var one = new Invitee.ToVolunteer(village.volunteer("Zhao").person());
        return offers.make(village.clerk, order, village.version(order), village.slot(order, from), List.of(one));
    }
}
