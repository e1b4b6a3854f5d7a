package feiyan.triage;

import java.util.List;

/**
 * Which of the near projects are near enough to be shown. Someone with a wish for a lift must not be offered a haircut.
 */
final class Suggestions {

    private static final int MOST = 3;

    /**
     * Below it nothing is suggested: the highest cut that costs at most one need in a hundred its project in
     * cross-validation.
     */
    private static final double NEAR_ENOUGH = 0.085;

    /** A second and third project must be at least this near, measured by the first. */
    private static final double BESIDE_THE_FIRST = 0.35;

    private final Centroids centroids;

    Suggestions(Centroids centroids) {
        this.centroids = centroids;
    }

    /** Nothing, too, where the words are nearest to what the platform does not offer. */
    List<String> read(String words) {
        var near = centroids.near(words);
        var first = near.getFirst();
        if (first.score() < NEAR_ENOUGH || first.code().equals(ProjectWords.NONE)) {
            return List.of();
        }
        return near.stream()
                .filter(project -> !project.code().equals(ProjectWords.NONE))
                .filter(project -> project.score() >= BESIDE_THE_FIRST * first.score())
                .limit(MOST)
                .map(Near::code)
                .toList();
    }
}
