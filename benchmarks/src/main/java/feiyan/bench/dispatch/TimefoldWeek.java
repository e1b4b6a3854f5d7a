package feiyan.bench.dispatch;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.HardSoftScore;
import feiyan.dispatch.engine.OpenOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** The problem as Timefold wants it: a seat is what is planned, one of its own candidates what it is given. */
@PlanningSolution
@NullUnmarked
public class TimefoldWeek {

    /** A person as a value; what they cost hangs on the seat. */
    public record Helper(int volunteer, int weeklyLimit) {}

    /** One place of an order. */
    @PlanningEntity
    public static class Seat {

        @PlanningId
        private int id;

        private int order;
        private OpenOrder facts;
        private int openPrice;
        private Map<Helper, Integer> costs;

        @ValueRangeProvider
        private List<Helper> candidates;

        @PlanningVariable(allowsUnassigned = true)
        private Helper helper;

        public Seat() {}

        Seat(int id, int order, Graph graph, List<Helper> candidates, Map<Helper, Integer> costs) {
            this.id = id;
            this.order = order;
            this.facts = graph.instance().orders().get(order);
            this.openPrice = graph.openPrice(order);
            this.candidates = candidates;
            this.costs = costs;
        }

        public int getId() {
            return id;
        }

        public Helper getHelper() {
            return helper;
        }

        public void setHelper(Helper helper) {
            this.helper = helper;
        }

        int order() {
            return order;
        }

        int minutes() {
            return facts.duration();
        }

        int price() {
            return helper == null ? openPrice : costs.get(helper);
        }

        boolean standsAgainst(Seat other) {
            return order == other.order || Graph.overlap(facts, other.facts);
        }

        public List<Helper> getCandidates() {
            return candidates;
        }
    }

    @PlanningEntityCollectionProperty
    private List<Seat> seats = new ArrayList<>();

    @PlanningScore
    private HardSoftScore score;

    public TimefoldWeek() {}

    static TimefoldWeek of(Graph graph) {
        var week = new TimefoldWeek();
        var helpers = new HashMap<Integer, Helper>();
        for (int order = 0; order < graph.candidates().size(); order++) {
            Map<Helper, Integer> costs = new HashMap<>();
            var candidates = new ArrayList<Helper>();
            for (var some : graph.candidates().get(order)) {
                int limit = graph.instance().volunteers().get(some.volunteer()).weeklyLimit();
                candidates.add(helpers.computeIfAbsent(some.volunteer(), who -> new Helper(who, limit)));
                costs.put(candidates.getLast(), some.cost());
            }
            for (int seat = graph.seats(order); seat > 0; seat--) {
                week.seats.add(new Seat(week.seats.size(), order, graph, candidates, costs));
            }
        }
        return week;
    }

    public List<Seat> getSeats() {
        return seats;
    }

    public HardSoftScore getScore() {
        return score;
    }

    public void setScore(HardSoftScore score) {
        this.score = score;
    }
}
