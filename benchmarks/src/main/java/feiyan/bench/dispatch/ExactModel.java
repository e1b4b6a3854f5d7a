package feiyan.bench.dispatch;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import feiyan.dispatch.engine.Pair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The problem over a candidate graph as an integer program, for whichever solver: one variable for each pair, the open
 * seats, and each person's further tasks. Of orders that overlap pairwise a person serves one (clique inequalities).
 */
final class ExactModel {

    /** @param proven whether nothing is cheaper; without, {@code bound} is what is known */
    record Solution(boolean proven, double cost, double bound, List<Pair> pairs) {}

    private static final double AGAIN = 1_500;

    private final Graph graph;
    private final MPSolver solver;
    private final boolean whole;
    private final Map<Pair, MPVariable> chosen = new LinkedHashMap<>();

    /** @param name CP-SAT is "SAT"; GLOP solves without whole numbers */
    ExactModel(Graph graph, String name) {
        Loader.loadNativeLibraries();
        this.graph = graph;
        solver = MPSolver.createSolver(name);
        whole = !name.equals("GLOP");
        solver.objective().setMinimization();
        Map<Integer, List<Integer>> ordersOf = new TreeMap<>();
        for (int order = 0; order < graph.candidates().size(); order++) {
            seats(order, ordersOf);
        }
        ordersOf.forEach(this::person);
    }

    private MPVariable variable(double most, double cost) {
        var variable = solver.makeVar(0, most, whole, "");
        solver.objective().setCoefficient(variable, cost);
        return variable;
    }

    private void seats(int order, Map<Integer, List<Integer>> ordersOf) {
        int seats = graph.seats(order);
        var filled = solver.makeConstraint(seats, seats);
        filled.setCoefficient(variable(seats, graph.openPrice(order)), 1);
        for (var some : graph.candidates().get(order)) {
            var pair = variable(1, some.cost());
            chosen.put(new Pair(order, some.volunteer()), pair);
            filled.setCoefficient(pair, 1);
            ordersOf.computeIfAbsent(some.volunteer(), any -> new ArrayList<>()).add(order);
        }
    }

    private void person(int volunteer, List<Integer> orders) {
        if (orders.size() < 2) {
            return;
        }
        double infinite = MPSolver.infinity();
        var tasks = solver.makeConstraint(-infinite, 1);
        int limit = graph.instance().volunteers().get(volunteer).weeklyLimit();
        var minutes = solver.makeConstraint(-infinite, limit);
        for (int task = 1; task < orders.size(); task++) {
            tasks.setCoefficient(variable(1, task * AGAIN), -1);
        }
        for (int order : orders) {
            tasks.setCoefficient(pair(order, volunteer), 1);
            minutes.setCoefficient(
                    pair(order, volunteer), graph.instance().orders().get(order).duration());
        }
        overlaps(volunteer, orders);
    }

    /** Each pair that overlaps stands in some clique, grown as far as it goes. */
    private void overlaps(int volunteer, List<Integer> orders) {
        var inTime = orders.stream()
                .sorted(Comparator.comparingInt(
                        order -> graph.instance().orders().get(order).start()))
                .toList();
        var covered = new boolean[inTime.size()][inTime.size()];
        for (int i = 0; i < inTime.size(); i++) {
            for (int j = i + 1; j < inTime.size(); j++) {
                if (!covered[i][j] && graph.overlap(inTime.get(i), inTime.get(j))) {
                    clique(volunteer, inTime, i, j, covered);
                }
            }
        }
    }

    private void clique(int volunteer, List<Integer> orders, int i, int j, boolean[][] covered) {
        var members = new ArrayList<>(List.of(i, j));
        for (int k = 0; k < orders.size(); k++) {
            int order = orders.get(k);
            if (!members.contains(k) && members.stream().allMatch(other -> graph.overlap(order, orders.get(other)))) {
                members.add(k);
            }
        }
        MPConstraint one = solver.makeConstraint(-MPSolver.infinity(), 1);
        for (int member : members) {
            one.setCoefficient(pair(orders.get(member), volunteer), 1);
            members.forEach(other -> covered[member][other] = true);
        }
    }

    private MPVariable pair(int order, int volunteer) {
        var variable = chosen.get(new Pair(order, volunteer));
        if (variable == null) {
            throw new IllegalStateException("no such pair");
        }
        return variable;
    }

    Solution solve(Duration most) {
        solver.setTimeLimit(most.toMillis());
        var toTheEnd = new MPSolverParameters();
        toTheEnd.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        var status = solver.solve(toTheEnd);
        boolean found = status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
        var pairs = new ArrayList<Pair>();
        if (found) {
            chosen.forEach((pair, variable) -> {
                if (variable.solutionValue() > 0.5) {
                    pairs.add(pair);
                }
            });
        }
        double cost = found ? solver.objective().value() : Double.POSITIVE_INFINITY;
        double bound = whole ? solver.objective().bestBound() : cost;
        solver.clear();
        return new Solution(status == MPSolver.ResultStatus.OPTIMAL, cost, bound, List.copyOf(pairs));
    }
}
