package feiyan.orders;

import static feiyan.orders.OrderMovesByType.AGREED;
import static feiyan.orders.OrderMovesByType.COMMANDS;
import static feiyan.orders.OrderMovesByType.FACTS;
import static feiyan.orders.OrderMovesByType.ORDER;
import static feiyan.orders.OrderMovesByType.UNIT;
import static feiyan.orders.OrderMovesByType.in;
import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.OrderMovesByType.Move;
import feiyan.platform.CountyId;
import feiyan.platform.database.TestDatabase;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first wall and the third say the same. */
class OrderLifecycleTest {

    @Test
    void eachVerbHasItsCommandHere() {
        assertThat(COMMANDS.stream().map(Command::verb)).containsExactlyInAnyOrder(Verb.values());
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void aStateIsTheOneOfItsType(State state) {
        assertThat(in(state).state()).isEqualTo(state);
    }

    @Test
    void typesAndDatabaseKnowTheSameMoves() {
        assertThat(movedByTypes()).isEqualTo(allowedByDatabase());
    }

    @Test
    void whatTheGraphSaysOfItselfIsWhatItDoes() {
        var said = new TreeSet<String>();
        for (var state : State.values()) {
            for (var verb : Verb.values()) {
                if (OrderGraph.leads(state, verb)) {
                    said.add(state + " " + verb.code());
                }
            }
        }
        assertThat(movedByTypes().stream()
                        .map(triple -> triple.substring(0, triple.lastIndexOf(' ')))
                        .collect(Collectors.toSet()))
                .isEqualTo(said);
    }

    @Test
    void whateverMovesHasOneEventMoreAndWhateverDoesNotKnowACommandSaysSo() {
        for (var state : State.values()) {
            for (var command : COMMANDS) {
                switch (OrderLifecycle.decide(in(state), command, NOW)) {
                    case Decision.Moved(var next) ->
                        assertThat(next.facts().version()).isEqualTo(FACTS.version() + 1);
                    case Decision.Declined(var refusal) ->
                        assertThat(refusal.code())
                                .as("%s in %s", command.verb(), state)
                                .isEqualTo("order.not_now");
                }
            }
        }
    }

    @Test
    void aStateHasItsOwnConditions() {
        var hour = Duration.ofHours(1);
        var later = new Slot(NOW.minus(hour), NOW.plus(hour));
        var group = new OrderFacts(new CountyId(1), ORDER, 3, UNIT, UNIT, null, 2, null, 2, true);
        assertThat(declined(new Order.Returned(FACTS), new Command.Lapse(0))).isEqualTo("order.call_first");
        assertThat(declined(in(State.OFFERED), new Command.Confirm(AGREED, 0, true)))
                .isEqualTo("order.nobody_yet");
        assertThat(declined(in(State.OFFERED), new Command.Confirm(AGREED, 1, false)))
                .isEqualTo("order.seats_open");
        assertThat(declined(in(State.ACCEPTED), new Command.Reschedule(later))).isEqualTo("order.time_is_past");
        assertThat(declined(in(State.IN_SERVICE), new Command.Cancel(false, null)))
                .isEqualTo("order.under_way");
        assertThat(declined(in(State.APPROVED), new Command.Merge(ORDER))).isEqualTo("order.merge_with_itself");
        assertThat(declined(new Order.Closed(group), new Command.Rate())).isEqualTo("order.rated_already");
        assertThat(declined(new Order.Closed(group), new Command.Reopen(UNIT))).isEqualTo("order.complain_instead");
        var tomorrow = new Slot(NOW.plus(hour), NOW.plus(hour).plus(hour));
        assertThat(declined(new Order.Accepted(FACTS, tomorrow), new Command.NoShow()))
                .isEqualTo("order.not_yet_time");
    }

    private static String declined(Order order, Command command) {
        return OrderLifecycle.decide(order, command, NOW) instanceof Decision.Declined(var refusal)
                ? refusal.code()
                : "moved";
    }

    private static Set<String> movedByTypes() {
        return OrderMovesByType.triples().stream().map(Move::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allowedByDatabase() {
        try (var database = TestDatabase.migrated()) {
            return new TreeSet<>(JdbcClient.create(database.asApp())
                    .sql("select from_state || ' ' || command || ' ' || to_state from order_transition")
                    .query((row, number) -> row.getString(1))
                    .list());
        }
    }
}
