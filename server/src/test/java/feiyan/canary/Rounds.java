package feiyan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Every address under which there is something to read, from the routes themselves. What stands in braces is filled
 * from the world: by the noun before it, so that the API's routes are read like the pages'. A route that nobody knows
 * how to fill fails the test until somebody says so.
 */
final class Rounds {

    private static final Pattern API = Pattern.compile("^/api/v\\d+");
    private static final Pattern BRACES = Pattern.compile("\\{[^}]+}");

    /** What begins alike is filled alike; the longest beginning counts. Each list fills all braces of it, in turn. */
    private final Map<String, Set<List<String>>> fillings = new HashMap<>();

    private final Set<String> patterns;

    Rounds(Set<RequestMappingInfo> routes) {
        patterns = routes.stream()
                .filter(route -> isRead(route.getMethodsCondition().getMethods()))
                .flatMap(route -> route.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isRead(Set<RequestMethod> methods) {
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    int routes() {
        return patterns.size();
    }

    void fill(String beginning, Object... values) {
        fillings.computeIfAbsent(beginning, none -> new LinkedHashSet<>())
                .add(List.of(values).stream().map(Object::toString).toList());
    }

    <T> void fillAll(String beginning, Iterable<T> things, Function<T, UUID> id) {
        things.forEach(thing -> fill(beginning, id.apply(thing)));
    }

    /** The addresses by the route that answers them. */
    Map<String, List<String>> addresses() {
        var unknown = patterns.stream()
                .filter(pattern -> pattern.contains("{") && filling(pattern).isEmpty())
                .toList();
        assertThat(unknown)
                .as("routes of which nobody says what stands in their braces")
                .isEmpty();
        return patterns.stream().collect(Collectors.toMap(Function.identity(), this::filled));
    }

    private List<String> filled(String pattern) {
        if (!pattern.contains("{")) {
            return List.of(pattern);
        }
        var filled = new ArrayList<String>();
        filling(pattern).orElseThrow().forEach(values -> {
            var address = pattern;
            for (var value : values) {
                address = BRACES.matcher(address).replaceFirst(value);
            }
            filled.add(address);
        });
        return filled;
    }

    private Optional<Set<List<String>>> filling(String pattern) {
        var page = API.matcher(pattern).replaceFirst("");
        return fillings.entrySet().stream()
                .filter(each -> page.startsWith(each.getKey()) && braces(each.getKey()) == braces(page))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static long braces(String pattern) {
        return pattern.chars().filter(sign -> sign == '{').count();
    }
}
