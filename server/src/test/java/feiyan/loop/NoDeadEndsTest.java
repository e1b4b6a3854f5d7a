package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.loop.PageCommands.Who;
import feiyan.orders.Relation;
import feiyan.orders.State;
import feiyan.orders.Verb;
import feiyan.orders.WhoMay;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.api.ApiPath;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * From wherever an order is, people's hands alone bring it to an end: no clock, and with the buttons that the pages
 * really have. {@link WalkToTheEndTest} goes the ways.
 */
@FeiyanTest(properties = "feiyan.jobs=false")
class NoDeadEndsTest {

    private static final Set<String> LOOP = Set.of("feiyan.orders.web", "feiyan.dispatch.web", "feiyan.attendance.web");
    private static final Set<State> ENDS = EnumSet.of(State.CLOSED, State.REFUSED, State.CANCELLED);

    /** What another order's command does to this one: a group's fate reaches its children. */
    private static final Set<Verb> BY_GROUP = EnumSet.of(Verb.SERVED_BY_GROUP);

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private JdbcClient jdbc;

    private record Arrow(State from, Verb verb, State to) {}

    @Test
    void everyFormOfTheLoopStandsInTheTable() {
        var forms = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(each -> LOOP.contains(each.getValue().getBeanType().getPackageName()))
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .filter(path -> !ApiPath.is(path))
                .collect(Collectors.toCollection(TreeSet::new));
        var declared =
                PageCommands.all().stream().map(PageCommands::path).collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared).isEqualTo(forms);
    }

    @Test
    void nobodysFormGivesACommandThatIsNotTheirs() {
        for (var form : PageCommands.all()) {
            for (var verb : form.verbs()) {
                var may = WhoMay.give(verb);
                if (!may.isEmpty() && form.who().equals(Set.of(Who.R))) {
                    assertThat(may).as(form.path()).contains(Relation.REQUESTER);
                }
            }
        }
    }

    @Test
    void everyCommandThatPeopleGiveHasAForm() {
        var offered = verbs(EnumSet.allOf(Who.class));
        for (var verb : Verb.values()) {
            if (!WhoMay.give(verb).isEmpty()) {
                assertThat(offered).contains(verb);
            }
        }
    }

    @Test
    void everyStateReachesAnEndByPeoplesHandsAlone() {
        assertThat(stuck(verbs(EnumSet.allOf(Who.class)))).isEmpty();
    }

    @Test
    void theUnitsAloneBringEveryOrderToAnEndThoughRequesterAndVolunteersAreSilent() {
        assertThat(stuck(verbs(EnumSet.of(Who.S)))).isEmpty();
    }

    @Test
    void theRequesterIsNeverShutIn() {
        var without = EnumSet.of(State.NEW, State.IN_SERVICE, State.REFUSED, State.CANCELLED);
        var arrows = arrows(verbs(EnumSet.of(Who.R)));
        for (var state : State.values()) {
            if (!without.contains(state) && state != State.CLOSED) {
                assertThat(arrows).as("a requester's command in %s", state).anyMatch(arrow -> arrow.from() == state);
            }
        }
    }

    private static Set<Verb> verbs(Set<Who> people) {
        return PageCommands.all().stream()
                .filter(form -> !Collections.disjoint(form.who(), people))
                .flatMap(form -> form.verbs().stream())
                .collect(Collectors.toSet());
    }

    /** States from which no end can be reached. */
    private Set<State> stuck(Set<Verb> given) {
        var known = new HashSet<>(given);
        known.addAll(BY_GROUP);
        var before = new HashMap<State, Set<State>>();
        arrows(known)
                .forEach(arrow -> before.computeIfAbsent(arrow.to(), to -> EnumSet.noneOf(State.class))
                        .add(arrow.from()));
        var saved = backwards(before);
        var stuck = EnumSet.allOf(State.class);
        stuck.removeAll(saved);
        stuck.remove(State.NEW);
        return stuck;
    }

    private static Set<State> backwards(Map<State, Set<State>> before) {
        var saved = EnumSet.copyOf(ENDS);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var state : List.copyOf(saved)) {
                grown |= saved.addAll(before.getOrDefault(state, Set.of()));
            }
        }
        return saved;
    }

    private List<Arrow> arrows(Set<Verb> verbs) {
        return jdbc
                .sql("select from_state, command, to_state from order_transition")
                .query((row, number) -> new Arrow(
                        State.valueOf(row.getString("from_state")),
                        Verb.valueOf(row.getString("command").toUpperCase(Locale.ROOT)),
                        State.valueOf(row.getString("to_state"))))
                .list()
                .stream()
                .filter(arrow -> verbs.contains(arrow.verb()))
                .toList();
    }
}
