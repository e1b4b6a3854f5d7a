package feiyan.bench.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A seat to fill by a deadline, and who could take it, the cheapest first. */
final class Vacancy {

    private final int opened;
    private final int deadline;
    private final List<Integer> candidates;
    private final Map<Integer, Integer> askedAt = new HashMap<>();
    private int earliestYes = Integer.MAX_VALUE;

    Vacancy(int opened, int deadline, List<Integer> candidates) {
        this.opened = opened;
        this.deadline = deadline;
        this.candidates = candidates;
    }

    void ask(int who, Crowd crowd, int now) {
        askedAt.put(who, now);
        earliestYes = Math.min(earliestYes, crowd.ask(who, now));
    }

    List<Integer> unasked() {
        return candidates.stream().filter(who -> !askedAt.containsKey(who)).toList();
    }

    Map<Integer, Integer> askedAt() {
        return askedAt;
    }

    int cost(int who) {
        return candidates.indexOf(who);
    }

    boolean isOpenAt(int now) {
        return now >= opened && now < deadline && earliestYes > now;
    }

    int waited(int now) {
        return now - opened;
    }

    int left(int now) {
        return deadline - now;
    }

    boolean wasFilled() {
        return earliestYes <= deadline;
    }
}
