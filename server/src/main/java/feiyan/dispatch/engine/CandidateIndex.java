package feiyan.dispatch.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who could serve one order, cheapest first and exactly. Made once for a list of volunteers; {@link #changed} and
 * {@link #seatTaken} keep it true without making it anew. Many may read at once; a change needs it for itself.
 */
public final class CandidateIndex {

    /** Past this share of changes, searching the changed ones one by one costs more than new grids. */
    private static final int PEOPLE_PER_CHANGE = 64;

    private final FreeVolunteer[] volunteers;
    private final int[] standing;
    private final Weights weights;
    private final SkillGrid[] grids = new SkillGrid[Skills.MOST + 1];
    /** Whoever moved or learned something since the grids were made: looked at one by one. */
    private final Set<Integer> moved = new HashSet<>();

    private float widest;

    public CandidateIndex(List<FreeVolunteer> all, Weights weights) {
        this.volunteers = all.toArray(FreeVolunteer[]::new);
        this.weights = weights;
        this.standing = Arrays.stream(volunteers).mapToInt(weights::standing).toArray();
        makeGrids();
    }

    private void makeGrids() {
        var members = SkillMembers.of(volunteers);
        IntStream.range(0, grids.length)
                .parallel()
                .forEach(skill -> grids[skill] = new SkillGrid(members[skill], volunteers, standing));
        widest = 0;
        for (var volunteer : volunteers) {
            widest = Math.max(widest, volunteer.radius());
        }
    }

    public FreeVolunteer volunteer(int at) {
        return volunteers[at];
    }

    public int size() {
        return volunteers.length;
    }

    /**
     * The {@code most} cheapest feasible people, the cheapest first; of two alike the one who stands first in the list.
     */
    public List<Candidate> cheapest(OpenOrder order, int most) {
        return cheapest(order, most, who -> true);
    }

    /** @param may who comes into question at all, by their place in the list: asked last, of who would get in */
    public List<Candidate> cheapest(OpenOrder order, int most, IntPredicate may) {
        return cheapest(order, may, new Kept(most));
    }

    /**
     * @param turns of two alike, as a comparator of places says whose turn is first; then who stands first in the list
     */
    public List<Candidate> cheapest(OpenOrder order, int most, IntPredicate may, IntBinaryOperator turns) {
        return cheapest(order, may, new Kept(most, turns));
    }

    private List<Candidate> cheapest(OpenOrder order, IntPredicate may, Kept kept) {
        var grid = grids[rarest(order.skills())];
        IntPredicate asFound = moved.isEmpty() ? who -> true : who -> !moved.contains(who);
        if (grid.size() > 0) {
            new RingSearch(grid, this, weights, order, asFound, may, kept).run(widest);
        }
        moved.forEach(who -> offer(order, who, may, kept));
        return kept.sorted();
    }

    void offer(OpenOrder order, int who, IntPredicate may, Kept kept) {
        var volunteer = volunteers[who];
        if (HardRules.allow(order, volunteer)) {
            int cost = weights.cost(order, volunteer);
            if (kept.takes(who, cost) && may.test(who)) {
                kept.offer(who, cost);
            }
        }
    }

    /** What this person would cost for this order, term by term. */
    public Terms terms(OpenOrder order, int who) {
        return Terms.of(order, volunteers[who], weights);
    }

    /** The hard rules that stand against this person for this order; none: may serve. */
    public List<HardRules> against(OpenOrder order, int who) {
        return Arrays.stream(HardRules.values())
                .filter(rule -> rule.broken(order, volunteers[who]))
                .toList();
    }

    /** What stands against the {@code nearby} nearest of those who have the skills. */
    public Shortage shortage(OpenOrder order, int nearby) {
        var grid = Arrays.stream(grids[rarest(order.skills())].who).boxed();
        var skilled = Stream.concat(grid, moved.stream())
                .distinct()
                .filter(who -> !HardRules.SKILLS.broken(order, volunteers[who]))
                .sorted(Comparator.comparingDouble((Integer who) -> Ground.metres(order, volunteers[who]))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(nearby)
                .toList();
        Map<HardRules, Integer> counts = new EnumMap<>(HardRules.class);
        skilled.forEach(who -> against(order, who).forEach(rule -> counts.merge(rule, 1, Integer::sum)));
        return new Shortage(skilled.size(), counts);
    }

    private int rarest(Skills skills) {
        int rarest = Skills.MOST;
        for (int skill = 0; skill < Skills.MOST; skill++) {
            if (skills.has(skill) && (rarest == Skills.MOST || grids[skill].size() < grids[rarest].size())) {
                rarest = skill;
            }
        }
        return rarest;
    }

    /** Somebody is no longer as they were: other skills, another home, other hours. */
    public void changed(int who, FreeVolunteer now) {
        var before = volunteers[who];
        volunteers[who] = now;
        standing[who] = weights.standing(now);
        widest = Math.max(widest, now.radius());
        boolean whereItWas = before.x() == now.x()
                && before.y() == now.y()
                && before.skills().equals(now.skills())
                && weights.standing(before) == standing[who];
        if (!whereItWas) {
            moved.add(who);
        }
        if (moved.size() > volunteers.length / PEOPLE_PER_CHANGE + PEOPLE_PER_CHANGE) {
            makeGrids();
            moved.clear();
        }
    }

    /** Somebody has taken a seat: no other may overlap it, and its minutes count against the week. */
    public void seatTaken(int who, OpenOrder order) {
        volunteers[who] = volunteers[who].busyWith(order);
    }
}
