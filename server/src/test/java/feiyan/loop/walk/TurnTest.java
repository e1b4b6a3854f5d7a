package feiyan.loop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.orders.Channel;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was done is asked whether it should have been; here nobody asks but those who draw their turns. */
class TurnTest {

    private static final int DRAWS = 400;
    private static final Instant MORNING = Instant.parse("2026-06-17T01:00:00Z");

    private final Actor rightful = somebody(1);
    private final Actor neighbour = somebody(1);
    private final Actor stranger = somebody(2);
    private final Town here = town(rightful, neighbour);
    private final Town there = town(stranger);
    private final World world = new World(
            new StaticApplicationContext(),
            new WalkClock(),
            new PlanTable(new DriverManagerDataSource()),
            List.of(here, there));
    private final Facts order = order(here.county());

    @Test
    void whoeverReachesIntoAnotherCountyIsFound() {
        assertThat(verdicts(turn -> turn.by(List.of(rightful)), this::isStranger))
                .containsOnlyKeys("reached into another county");
    }

    @Test
    void whoeverHasAnOrderOfTheSameIdAtHomeReachesNowhere() {
        world.expect(there, order.id());
        assertThat(verdicts(turn -> turn.by(List.of(rightful)), this::isStranger))
                .containsOnlyKeys("nothing");
    }

    @Test
    void whoeverActsOnAVersionThatIsGoneIsFoundEvenWhereItWasTheirs() {
        assertThat(verdicts(this::seeing, turn -> isLocal(turn) && turn.sawVersion() < order.version()))
                .containsOnlyKeys("acted on a version that was gone");
    }

    @Test
    void whoeverDoesWhatIsNotTheirsIsFoundWhereTheyActedOnWhatTheySaw() {
        assertThat(verdicts(this::seeing, turn -> is(neighbour, turn) && turn.sawVersion() == order.version()))
                .containsOnlyKeys("it was not theirs to do");
        assertThat(verdicts(this::seeing, turn -> is(rightful, turn) && turn.sawVersion() == order.version()))
                .containsOnlyKeys("nothing");
    }

    @Test
    void whoMayCanChangeMeanwhileUnlessItIsSaidThatItCannot() {
        assertThat(verdicts(turn -> turn.by(List.of(rightful)), turn -> is(neighbour, turn)))
                .containsOnlyKeys("nothing");
        assertThat(verdicts(turn -> turn.alone(List.of(rightful)), turn -> is(neighbour, turn)))
                .containsOnlyKeys("it was not theirs to do");
        assertThat(verdicts(turn -> turn.alone(List.of(rightful)), turn -> is(rightful, turn)))
                .containsOnlyKeys("nothing");
    }

    @Test
    void whatWasRefusedOrConcernsNobodyElseIsNeverWrong() {
        var refused = draws(turn -> turn.alone(List.of(rightful)))
                .filter(this::isStranger)
                .map(turn -> String.valueOf(turn.wrong(Outcome.refused("order.not_yours"))));
        assertThat(refused).isNotEmpty().containsOnly("null");
        assertThat(verdicts(turn -> turn.own(List.of(rightful)), turn -> true)).containsOnlyKeys("nothing");
    }

    private void seeing(Turn turn) {
        turn.by(List.of(rightful));
        turn.seen();
    }

    /** What is said of those draws that are meant, once it was done. */
    private Map<String, Long> verdicts(Consumer<Turn> deed, Predicate<Turn> meant) {
        return draws(deed).filter(meant).collect(Collectors.groupingBy(TurnTest::verdict, Collectors.counting()));
    }

    private static String verdict(Turn turn) {
        var wrong = turn.wrong(Outcome.done("done"));
        return wrong == null ? "nothing" : wrong;
    }

    private Stream<Turn> draws(Consumer<Turn> deed) {
        return LongStream.range(0, DRAWS)
                .mapToObj(seed -> new Turn(
                        world, here, 0, order, new Looking(new DriverManagerDataSource()), new SplittableRandom(seed)))
                .peek(deed);
    }

    private boolean isStranger(Turn turn) {
        return is(stranger, turn);
    }

    private boolean isLocal(Turn turn) {
        return is(rightful, turn) || is(neighbour, turn);
    }

    private static boolean is(Actor actor, Turn turn) {
        return turn.who().equals(actor.toString());
    }

    private static Actor somebody(long county) {
        return Actor.withoutPosts(new CountyId(county), new PersonId(Ids.next()));
    }

    private static Town town(Actor... people) {
        var everybody = Stream.of(people)
                .collect(Collectors.toMap(actor -> actor.person().value(), actor -> actor));
        return new Town(
                people[0].county(),
                Map.of(),
                List.of(),
                people[0],
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                everybody);
    }

    private static Facts order(CountyId county) {
        var station = new UnitId(Ids.next());
        return new Facts(
                county,
                new OrderId(Ids.next()),
                4,
                State.APPROVED,
                station,
                station,
                null,
                null,
                Ids.next(),
                Channel.COUNTER,
                null,
                1,
                60,
                new Slot(MORNING, MORNING.plusSeconds(7200)),
                null,
                null,
                false,
                false);
    }
}
