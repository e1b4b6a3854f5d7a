package feiyan.bench.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * What a look at the database brought up.
 *
 * @param lost acknowledged and not there
 * @param duplicated there more often than it was asked for
 * @param illegal laws that do not hold
 */
record Found(int lost, int duplicated, int illegal, List<String> says) {

    static final Found NOTHING = new Found(0, 0, 0, List.of());

    /** What is broken stays broken: each look counts all there is, so the worst of them is the figure. */
    Found worstOf(Found other) {
        var both = new ArrayList<>(says);
        other.says.stream().filter(each -> !both.contains(each)).forEach(both::add);
        return new Found(
                Math.max(lost, other.lost),
                Math.max(duplicated, other.duplicated),
                Math.max(illegal, other.illegal),
                both);
    }

    boolean isNothing() {
        return lost + duplicated + illegal == 0;
    }
}
