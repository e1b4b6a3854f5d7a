package feiyan.dispatch.engine;

import java.util.Arrays;

/**
 * All who have one skill, by cells of about a kilometre; those of a cell lie side by side, and what the search looks at
 * first lies in arrays of its own. A bucket grid as in Bentley, Weide and Yao, "Optimal Expected-Time Algorithms for
 * Closest Point Problems" (1980).
 */
final class SkillGrid {

    private static final float CELL_METRES = 1_000;
    /** A grid over an empty plain is no use: at most so many cells for each person in it. */
    private static final int CELLS_PER_PERSON = 4;

    /** A float may lie a hair outside the cell that it is counted to. */
    static final double ROUNDING_METRES = 0.1;

    final float left;
    final float bottom;
    final float cell;
    final int columns;
    final int rows;
    final int[] begin;
    final int[] who;
    final float[] x;
    final float[] y;
    final int[] standing;
    /** The least standing cost in each cell: no one there is cheaper than the way and this. */
    final int[] least;
    /** The least of all. */
    final int leastOfAll;

    SkillGrid(int[] members, FreeVolunteer[] volunteers, int[] standingCosts) {
        float right = -Float.MAX_VALUE;
        float top = -Float.MAX_VALUE;
        float west = Float.MAX_VALUE;
        float south = Float.MAX_VALUE;
        for (int member : members) {
            west = Math.min(west, volunteers[member].x());
            right = Math.max(right, volunteers[member].x());
            south = Math.min(south, volunteers[member].y());
            top = Math.max(top, volunteers[member].y());
        }
        left = members.length == 0 ? 0 : west;
        bottom = members.length == 0 ? 0 : south;
        cell = members.length == 0 ? CELL_METRES : cellFor(right - west, top - south, members.length);
        columns = members.length == 0 ? 1 : 1 + (int) ((right - left) / cell);
        rows = members.length == 0 ? 1 : 1 + (int) ((top - bottom) / cell);
        begin = new int[columns * rows + 1];
        who = new int[members.length];
        x = new float[members.length];
        y = new float[members.length];
        standing = new int[members.length];
        least = new int[columns * rows];
        fill(members, volunteers, standingCosts);
        leastOfAll = Arrays.stream(least).min().orElse(0);
    }

    private static float cellFor(float width, float height, int members) {
        float size = CELL_METRES;
        while ((double) (width / size + 1) * (height / size + 1) > (double) CELLS_PER_PERSON * members + 64) {
            size *= 2;
        }
        return size;
    }

    /** Counting sort by cell. */
    private void fill(int[] members, FreeVolunteer[] volunteers, int[] standingCosts) {
        for (int member : members) {
            begin[cellOf(volunteers[member]) + 1]++;
        }
        for (int i = 1; i < begin.length; i++) {
            begin[i] += begin[i - 1];
        }
        Arrays.fill(least, Integer.MAX_VALUE);
        var next = Arrays.copyOf(begin, begin.length - 1);
        for (int member : members) {
            int at = cellOf(volunteers[member]);
            int slot = next[at]++;
            who[slot] = member;
            x[slot] = volunteers[member].x();
            y[slot] = volunteers[member].y();
            standing[slot] = standingCosts[member];
            least[at] = Math.min(least[at], standingCosts[member]);
        }
    }

    private int cellOf(FreeVolunteer volunteer) {
        return row(volunteer.y()) * columns + column(volunteer.x());
    }

    /** The column of a point, that of the nearest edge for one outside. */
    int column(float pointX) {
        return Math.clamp((long) ((pointX - left) / cell), 0, columns - 1);
    }

    int row(float pointY) {
        return Math.clamp((long) ((pointY - bottom) / cell), 0, rows - 1);
    }

    /** Metres from a point to the nearest spot of a cell, never more. */
    double metresToCell(float pointX, float pointY, int column, int row) {
        double west = left + (double) column * cell;
        double south = bottom + (double) row * cell;
        double dx = Math.max(0, Math.max(west - pointX, pointX - west - cell));
        double dy = Math.max(0, Math.max(south - pointY, pointY - south - cell));
        return Math.max(0, Math.sqrt(dx * dx + dy * dy) - ROUNDING_METRES);
    }

    int size() {
        return who.length;
    }
}
