package feiyan.units;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a unit is called after its area. The names are data of the county, not words of a page: they are the same in
 * every language, hence a file of their own.
 */
final class UnitNames {

    private static final String FILE = "/units/names.properties";

    private final Properties patterns = load();

    private static Properties load() {
        try (var file = Objects.requireNonNull(UnitNames.class.getResourceAsStream(FILE), FILE)) {
            var patterns = new Properties();
            patterns.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return patterns;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String of(Tier tier, String areaName) {
        var pattern = pattern("unit." + tier.name().toLowerCase(Locale.ROOT));
        return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {settlement(areaName)});
    }

    /** The divisions list committees; people say the name of the place. */
    private String settlement(String areaName) {
        return Stream.of("village", "community")
                .flatMap(kind -> list(kind + ".committee").stream()
                        .filter(areaName::endsWith)
                        .map(committee -> place(without(areaName, committee), pattern(kind))))
                .findFirst()
                .orElse(areaName);
    }

    /** A committee's name mostly has the village or community in it; where not, it is added. */
    private String place(String stem, String kind) {
        return list("settlements").stream().anyMatch(stem::endsWith) ? stem : stem + kind;
    }

    private static String without(String name, String end) {
        return name.substring(0, name.length() - end.length());
    }

    private List<String> list(String key) {
        return Arrays.asList(pattern(key).split(","));
    }

    private String pattern(String key) {
        return Objects.requireNonNull(patterns.getProperty(key), key);
    }
}
