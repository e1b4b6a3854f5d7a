package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.ServingStakeholders;
import feiyan.orders.OrderId;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Whoever is asked several times within minutes gets one text message; and none at night, unless it cannot wait. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(SentTexts.class)
@TestInstance(Lifecycle.PER_CLASS)
class RequestsTogetherTest {

    @Autowired
    private ApplicationContext house;

    private ToldWorld world;
    private Village village;
    private Instant tuesday;

    @BeforeAll
    void aVillage() {
        world = new ToldWorld(house);
        village = world.village;
        tuesday = world.tuesday;
    }

    @Test
    void threeRequestsWithinTwoMinutesAreOneMessageThatSaysHowMany() {
        var zhao = village.volunteer("Zhao");
        for (int minute = 0; minute < 3; minute++) {
            var now = tuesday.plus(Duration.ofMinutes(minute));
            ask(zhao, now);
            world.tick(now.plusSeconds(2));
        }
        assertThat(world.texts(zhao)).as("the first waits for the others").isEmpty();
        assertThat(world.all(zhao)).as("in the app each stands at once").hasSize(3);

        world.tick(tuesday.plus(Duration.ofMinutes(4)));

        assertThat(world.texts(zhao)).singleElement().asString().contains("3件事", "Haircut", "答复");
        world.tick(tuesday.plus(Duration.ofMinutes(10)));
        assertThat(world.texts(zhao)).hasSize(1);
    }

    @Test
    void oneRequestAloneIsSaidWholeAFewMinutesLater() {
        var zhao = village.volunteer("Zhao");
        ask(zhao, tuesday);
        world.tick(tuesday);
        world.tick(tuesday.plus(Duration.ofMinutes(4)));
        assertThat(world.texts(zhao)).singleElement().asString().contains("想请您来");
    }

    @Test
    void whatWasAnsweredInTheMeantimeIsNotAskedByText() {
        var zhao = village.volunteer("Zhao");
        var offer = ask(zhao, tuesday);
        world.tick(tuesday);
        world.at(tuesday.plusSeconds(60), () -> village.the(Answers.class).decline(zhao, offer, null))
                .orThrow();
        world.tick(tuesday.plus(Duration.ofMinutes(5)));
        assertThat(world.texts(zhao)).isEmpty();
    }

    @Test
    void whoIsAskedJustBeforeTheNightIsToldBeforeIt() {
        var zhao = village.volunteer("Zhao");
        var evening = tuesday.plus(Duration.ofHours(9).plusMinutes(58));
        ask(zhao, evening);
        world.tick(evening);
        assertThat(world.texts(zhao)).hasSize(1);
    }

    @Test
    void whatIsAskedAtNightIsOneMessageInTheMorningWithTimeToAnswer() {
        var zhao = village.volunteer("Zhao");
        var lateEvening = tuesday.minus(Duration.ofHours(12)).minus(Duration.ofMinutes(30));
        var beforeDawn = tuesday.minus(Duration.ofHours(6));
        var first = ask(zhao, lateEvening);
        world.tick(lateEvening);
        ask(zhao, beforeDawn);
        world.tick(beforeDawn);
        var morning = tuesday.minus(Duration.ofHours(3));
        world.tick(morning.minusSeconds(1));
        assertThat(world.texts(zhao)).isEmpty();

        world.tick(morning);

        assertThat(world.texts(zhao)).singleElement().asString().contains("2件事");
        var asked = village.the(ServingStakeholders.class).headlines(village.county, List.of(first));
        assertThat(asked.values())
                .singleElement()
                .satisfies(it -> assertThat(it.deadline()).isEqualTo(morning.plus(Duration.ofHours(4))));
    }

    private OfferId ask(Actor somebody, Instant when) {
        return world.at(when, () -> {
            var order = order();
            return village.the(Offers.class)
                    .make(
                            village.clerk,
                            order,
                            village.version(order),
                            village.slot(order, world.wednesday),
                            List.of(new Invitee.ToVolunteer(somebody.person())))
                    .orThrow()
                    .getFirst();
        });
    }

    private OrderId order() {
        return village.approved(village.project(1, 40), world.wednesday);
    }
}
