package feiyan.orders.web;

import feiyan.menu.Category;
import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.orders.DraftText;
import feiyan.platform.CountyId;
import feiyan.triage.Emergency;
import feiyan.triage.Triage;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the words of a need sound like: a danger, or some of the projects on this county's menu. */
@Component
class Hearing {

    private final Triage triage;
    private final Menu menu;

    Hearing(Triage triage, Menu menu) {
        this.triage = triage;
        this.menu = menu;
    }

    /**
     * What was heard.
     *
     * @param numbers to call, the right one first; empty where the words tell of no danger
     * @param projects at most three, the likeliest first
     */
    record Heard(List<String> numbers, List<Project> projects) {

        static final Heard NOTHING = new Heard(List.of(), List.of());

        public boolean isDanger() {
            return !numbers.isEmpty();
        }
    }

    Heard hear(CountyId county, String words) {
        if (words.isBlank()) {
            return Heard.NOTHING;
        }
        var reading = triage.read(words);
        return new Heard(
                reading.emergency().map(Hearing::numbers).orElse(List.of()), onMenu(county, reading.projects()));
    }

    /** The numbers to call, the right one first; empty where the words tell of no danger. */
    List<String> danger(String words) {
        return words.isBlank()
                ? List.of()
                : triage.emergency(words).map(Hearing::numbers).orElse(List.of());
    }

    /** The step after the words: danger first; then whether it is one of what they sound like; then on. */
    String next(CountyId county, DraftText.What what) {
        var heard = hear(county, what.need());
        if (heard.isDanger() && !what.calm()) {
            return "danger";
        }
        boolean asks =
                what.project() == null && !what.asSaid() && !heard.projects().isEmpty();
        return asks ? "which" : "where";
    }

    private static List<String> numbers(Emergency first) {
        var all = Stream.concat(Stream.of(first), Arrays.stream(Emergency.values()))
                .map(Emergency::number)
                .toList();
        return List.copyOf(new LinkedHashSet<>(all));
    }

    /** What was withdrawn, or never stood on this county's menu, is not suggested. */
    private List<Project> onMenu(CountyId county, List<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        var byCode = menu.categories(county).stream()
                .map(Category::projects)
                .flatMap(List::stream)
                .collect(Collectors.toMap(Project::code, Function.identity()));
        return codes.stream().map(byCode::get).filter(Objects::nonNull).toList();
    }
}
