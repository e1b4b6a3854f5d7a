package feiyan.bench.dispatch;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import feiyan.dispatch.engine.Pair;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Collectors;

/** Timefold Solver 2.2, the free edition, on one thread as it comes. */
final class TimefoldPeer {

    enum Setting {
        DEFAULT,
        /** Simulated annealing from about what our own search starts at, one accepted move a step. */
        TUNED,
        /** The default local search, begun from the cheapest-first greedy instead of its own construction. */
        WARM_STARTED
    }

    private TimefoldPeer() {}

    static List<Pair> plan(Graph graph, Setting setting, Duration most) {
        var week = TimefoldWeek.of(graph);
        if (setting == Setting.WARM_STARTED) {
            seat(week, Greedy.plan(graph));
        }
        var config = new SolverConfig()
                .withSolutionClass(TimefoldWeek.class)
                .withEntityClasses(TimefoldWeek.Seat.class)
                .withConstraintProviderClass(TimefoldRules.class)
                .withRandomSeed(1L)
                .withTerminationSpentLimit(most);
        switch (setting) {
            case DEFAULT -> {}
            case TUNED -> config.withPhases(new ConstructionHeuristicPhaseConfig(), annealing());
            case WARM_STARTED -> config.withPhases(new LocalSearchPhaseConfig());
        }
        var solver = SolverFactory.<TimefoldWeek>create(config).buildSolver();
        return solver.solve(week).getSeats().stream()
                .filter(seat -> seat.getHelper() != null)
                .map(seat -> new Pair(seat.order(), seat.getHelper().volunteer()))
                .toList();
    }

    private static LocalSearchPhaseConfig annealing() {
        return new LocalSearchPhaseConfig()
                .withAcceptorConfig(
                        new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature("0hard/3000soft"))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    }

    private static void seat(TimefoldWeek week, List<Pair> pairs) {
        var open = pairs.stream().collect(Collectors.groupingBy(Pair::order, Collectors.toCollection(ArrayDeque::new)));
        for (var seat : week.getSeats()) {
            var team = open.get(seat.order());
            if (team != null && !team.isEmpty()) {
                int who = team.pop().volunteer();
                seat.getCandidates().stream()
                        .filter(some -> some.volunteer() == who)
                        .forEach(seat::setHelper);
            }
        }
    }
}
