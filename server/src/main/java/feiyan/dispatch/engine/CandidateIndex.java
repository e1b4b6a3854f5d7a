package feiyan.dispatch.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the cheapest people for one order, exactly: rings of cells around it, until no farther ring can hold anybody
 * cheaper than the last that is kept. Made once for a list of volunteers; {@link #changed} and {@link #seatTaken} keep it
 * true without making it anew.
 */
public final class CandidateIndex {

    /** The grid of everybody, for an order that needs no skill. */
    private static final int ANYBODY = Skills.MOST;
    /** Past this share of changes, searching the changed ones one by one costs more than a new grid. */
    private static final int CHANGES_PER_GRID = 64;

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
        for (int skill = 0; skill <= Skills.MOST; skill++) {
            grids[skill] = grid(skill);
        }
        for (var volunteer : volunteers) {
            widest = Math.max(widest, volunteer.radius());
        }
    }

    private SkillGrid grid(int skill) {
        var members = IntStream.range(0, volunteers.length)
                .filter(i -> skill == ANYBODY || volunteers[i].skills().has(skill))
                .toArray();
        return new SkillGrid(members, volunteers, standing);
    }

    public FreeVolunteer volunteer(int at) {
        return volunteers[at];
    }

    public int size() {
        return volunteers.length;
    }

    /** The {@code most} cheapest feasible people, the cheapest first; of two alike the one who stands first in the list. */
    public List<Candidate> cheapest(OpenOrder order, int most) {
        var kept = new Kept(most);
        var grid = grids[rarest(order.skills())];
        if (grid.size() > 0) {
            rings(grid, order, kept);
        }
        moved.forEach(who -> offer(order, who, kept));
        return kept.sorted();
    }

    /** The hard rules that stand against this person for this order; none: may serve. */
    public List<HardRules> against(OpenOrder order, int who) {
        return Arrays.stream(HardRules.values())
                .filter(rule -> rule.broken(order, volunteers[who]))
                .toList();
    }

    private int rarest(Skills skills) {
        int rarest = ANYBODY;
        for (int skill = 0; skill < Skills.MOST; skill++) {
            if (skills.has(skill) && (rarest == ANYBODY || grids[skill].size() < grids[rarest].size())) {
                rarest = skill;
            }
        }
        return rarest;
    }

    private void rings(SkillGrid grid, OpenOrder order, Kept kept) {
        int column = grid.column(order.x());
        int row = grid.row(order.y());
        int farthest = Math.max(
                Math.max(column, grid.columns - 1 - column), Math.max(row, grid.rows - 1 - row));
        for (int ring = 0; ring <= farthest; ring++) {
            double nearest = (ring - 1) * (double) grid.cell;
            if (nearest > widest || kept.noneBelow(weights.detour() * nearest)) {
                return;
            }
            ring(grid, order, column, row, ring, kept);
        }
    }

    private void ring(SkillGrid grid, OpenOrder order, int column, int row, int ring, Kept kept) {
        for (int r = Math.max(0, row - ring); r <= Math.min(grid.rows - 1, row + ring); r++) {
            boolean edge = Math.abs(r - row) == ring;
            int step = edge || ring == 0 ? 1 : 2 * ring;
            for (int c = column - ring; c <= column + ring; c += step) {
                if (c >= 0 && c < grid.columns) {
                    cell(grid, order, c, r, kept);
                }
            }
        }
    }

    private void cell(SkillGrid grid, OpenOrder order, int column, int row, Kept kept) {
        int at = row * grid.columns + column;
        int end = grid.begin[at + 1];
        if (grid.begin[at] == end) {
            return;
        }
        double metres = grid.metresToCell(order.x(), order.y(), column, row);
        if (metres > widest || kept.noneBelow(weights.detour() * metres + grid.least[at])) {
            return;
        }
        for (int slot = grid.begin[at]; slot < end; slot++) {
            double way = Ground.metres(order.x(), order.y(), grid.x[slot], grid.y[slot]);
            if (!kept.noneBelow((int) (weights.detour() * way) + grid.standing[slot])
                    && (moved.isEmpty() || !moved.contains(grid.who[slot]))) {
                offer(order, grid.who[slot], kept);
            }
        }
    }

    private void offer(OpenOrder order, int who, Kept kept) {
        var volunteer = volunteers[who];
        if (HardRules.allow(order, volunteer)) {
            kept.offer(who, weights.cost(order, volunteer));
        }
    }

    /** Somebody is no longer as they were: other skills, another home, other hours. */
    public void changed(int who, FreeVolunteer now) {
        var before = volunteers[who];
        volunteers[who] = now;
        standing[who] = weights.standing(now);
        widest = Math.max(widest, now.radius());
        boolean found = before.x() == now.x()
                && before.y() == now.y()
                && before.skills().equals(now.skills())
                && weights.standing(before) == standing[who];
        if (!found) {
            moved.add(who);
        }
        if (moved.size() > volunteers.length / CHANGES_PER_GRID + CHANGES_PER_GRID) {
            for (int skill = 0; skill <= Skills.MOST; skill++) {
                grids[skill] = grid(skill);
            }
            moved.clear();
        }
    }

    /** Somebody has taken a seat: its hours are no longer free, and its minutes count against the week. */
    public void seatTaken(int who, OpenOrder order) {
        var before = volunteers[who];
        volunteers[who] = before.busyWith(order);
    }
}
