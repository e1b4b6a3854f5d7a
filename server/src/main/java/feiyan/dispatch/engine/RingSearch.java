package feiyan.dispatch.engine;

import java.util.function.IntPredicate;

/**
 * The cheapest people for one order: rings of cells around it, until no farther ring can hold anybody cheaper than the
 * last that is kept. Costs are whole metres, cut off; so are the bounds, or a tie could be lost.
 */
final class RingSearch {

    private final SkillGrid grid;
    private final CandidateIndex index;
    private final Weights weights;
    private final OpenOrder order;
    private final IntPredicate asFound;
    private final IntPredicate may;
    private final Kept kept;

    /**
     * @param asFound who is still where the grid has them
     * @param may who comes into question at all
     */
    RingSearch(
            SkillGrid grid,
            CandidateIndex index,
            Weights weights,
            OpenOrder order,
            IntPredicate asFound,
            IntPredicate may,
            Kept kept) {
        this.grid = grid;
        this.index = index;
        this.weights = weights;
        this.order = order;
        this.asFound = asFound;
        this.may = may;
        this.kept = kept;
    }

    /** @param widest metres; nobody goes farther than that */
    void run(double widest) {
        int column = grid.column(order.x());
        int row = grid.row(order.y());
        int farthest = Math.max(Math.max(column, grid.columns - 1 - column), Math.max(row, grid.rows - 1 - row));
        for (int ring = 0; ring <= farthest; ring++) {
            double nearest =
                    order.isRemote() ? 0 : Math.max(0, (ring - 1) * (double) grid.cell - SkillGrid.ROUNDING_METRES);
            if (nearest > widest || kept.noneAt(weights.way(nearest) + (long) grid.leastOfAll)) {
                return;
            }
            ring(column, row, ring, widest);
        }
    }

    private void ring(int column, int row, int ring, double widest) {
        for (int r = Math.max(0, row - ring); r <= Math.min(grid.rows - 1, row + ring); r++) {
            boolean whole = Math.abs(r - row) == ring;
            int step = whole ? 1 : 2 * ring;
            for (int c = column - ring; c <= column + ring; c += step) {
                if (c >= 0 && c < grid.columns) {
                    cell(c, r, widest);
                }
            }
        }
    }

    private void cell(int column, int row, double widest) {
        int at = row * grid.columns + column;
        int end = grid.begin[at + 1];
        if (grid.begin[at] == end) {
            return;
        }
        double metres = grid.metresToCell(order.x(), order.y(), column, row);
        if (metres > widest || kept.noneAt(weights.way(metres) + (long) grid.least[at])) {
            return;
        }
        for (int slot = grid.begin[at]; slot < end; slot++) {
            double way = Ground.metres(order.x(), order.y(), grid.x[slot], grid.y[slot]);
            if (!kept.noneAt(weights.way(way) + (long) grid.standing[slot]) && asFound.test(grid.who[slot])) {
                index.offer(order, grid.who[slot], may, kept);
            }
        }
    }
}
