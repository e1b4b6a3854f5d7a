package feiyan.bench.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was measured beside one past. */
final class Measured {

    final int orders;
    final Volume volume;
    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    /** @param volume of what the past orders take */
    Measured(int orders, Volume volume) {
        this.orders = orders;
        this.volume = volume;
    }

    void add(String what, double took) {
        millis.computeIfAbsent(what, none -> new ArrayList<>()).add(took);
    }

    Set<String> names() {
        return millis.keySet();
    }

    double median(String what) {
        var sorted = millis.getOrDefault(what, List.of()).stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
