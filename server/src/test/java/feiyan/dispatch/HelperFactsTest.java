package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The list sees a volunteer before each service exactly as the door does, which reads anew. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class HelperFactsTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private HelperFactsRows facts;

    @Autowired
    private HelperRows helpers;

    @Autowired
    private OpenSeatTaking taking;

    @Autowired
    private AppClock clock;

    private Village village;
    private Actor zhao;
    private Instant wednesday;
    private OrderId held;

    /** Busy on two days, with a certificate, free on four days of the week. */
    @BeforeAll
    void aBusyVolunteer() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
        var free = WeekHours.NONE;
        for (var day : List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.SUNDAY)) {
            free = free.with(day, 8, 20);
        }
        zhao = village.volunteer("Zhao Min", free, 400);
        held = village.approved(village.project(1, 120), wednesday);
        taking.take(zhao, held, wednesday).orThrow();
        var tomorrow = village.approved(village.project(1, 60), wednesday.plus(Duration.ofHours(25)));
        taking.take(zhao, tomorrow, wednesday.plus(Duration.ofHours(25))).orThrow();
        var doors = village.the(Qualifications.class);
        var until = LocalDate.ofInstant(wednesday.plus(Duration.ofDays(2)), ServiceRules.CHINA);
        var certificate = doors.claim(zhao, zhao.person(), "driver", until).orThrow();
        doors.check(village.clerk, certificate).orThrow();
    }

    @RepeatedTest(40)
    void beforeAnyService(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var span = new Slot(wednesday.minus(Duration.ofDays(2)), wednesday.plus(Duration.ofDays(9)));
        var self = facts.of(village.county, zhao.person(), span).orElseThrow();
        for (int i = 0; i < 10; i++) {
            var service = service(random);
            var order = random.nextInt(4) == 0 ? held : new OrderId(Ids.next());
            var atTheDoor = helpers.of(village.county, order, service, List.of(zhao.person()))
                    .getFirst();
            assertThat(self.before(order, service)).isEqualTo(atTheDoor);
        }
    }

    private PlannedService service(Random random) {
        var from = wednesday.plus(Duration.ofMinutes(30L * random.nextInt(-96, 384)));
        var place = random.nextInt(5) == 0 ? null : new CoarsePosition(34.61 + random.nextInt(20) * 0.004, 118.36);
        return new PlannedService(
                random.nextBoolean() ? Village.SKILL : "chess",
                random.nextBoolean() ? null : random.nextBoolean() ? "driver" : "nurse",
                random.nextBoolean(),
                place,
                new Slot(from, from.plus(Duration.ofMinutes(30L * random.nextInt(1, 8)))));
    }
}
