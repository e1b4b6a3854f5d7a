package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.dispatch.Answers;
import feiyan.dispatch.OfferId;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 抢单 at its worst: half a thousand telephones, one seat, the same second. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class FiveHundredForOneSeatTest {

    private static final int MANY = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private ApplicationContext house;

    private Contest contest;

    @BeforeAll
    void aVillage() {
        contest = new Contest(house);
    }

    @Test
    void oneHasItAndFourHundredAndNinetyNineAreToldWhoWasFaster() {
        var order = contest.approved(1);
        var people = contest.volunteers(MANY);
        var asked = contest.ask(order, people);
        var answers = contest.village.the(Answers.class);
        var presses = IntStream.range(0, MANY)
                .<Supplier<Outcome<OfferId>>>mapToObj(i -> () -> answers.accept(people.get(i), asked.get(i)))
                .toList();

        long began = System.nanoTime();
        var outcomes = AtOnce.all(presses);
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).hasSize(MANY - 1).containsOnly("seat.taken");
        assertThat(contest.state(order)).isEqualTo(State.ACCEPTED);
        assertThat(contest.seated(order)).isEqualTo(1);
        contest.isSound(order);
        assertThat(took).isLessThan(PATIENCE);
        LoggerFactory.getLogger(getClass()).info("{} takers of one seat answered in {} ms", MANY, took.toMillis());
    }

    @Test
    void ofFiftyForTheLastTwoOfThreeSeatsTwoSit() {
        var order = contest.approved(3);
        var people = contest.volunteers(51);
        var asked = contest.ask(order, people);
        var answers = contest.village.the(Answers.class);
        answers.accept(people.getFirst(), asked.getFirst()).orThrow();

        var outcomes = AtOnce.all(IntStream.range(1, people.size())
                .<Supplier<Outcome<OfferId>>>mapToObj(i -> () -> answers.accept(people.get(i), asked.get(i)))
                .toList());

        assertThat(AtOnce.done(outcomes)).hasSize(2);
        assertThat(AtOnce.refusals(outcomes)).hasSize(48).containsOnly("seat.taken");
        assertThat(contest.seated(order)).isEqualTo(3);
        contest.isSound(order);
        assertThat(contest.state(order)).isEqualTo(State.ACCEPTED);
    }
}
