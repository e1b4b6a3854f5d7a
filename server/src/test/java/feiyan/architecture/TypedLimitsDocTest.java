package feiyan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code docs/what-may-be-typed.md} says what the code checks, and leaves out no length of what people type. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedLimitsDocTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| (.+) \\| `(\\w+\\.\\w+)` \\|$");
    private static final Pattern NUMBER = Pattern.compile("int (\\w+) = ([\\d_]+);");
    private static final Pattern FORM = Pattern.compile("Pattern (\\w+) =\\s+Pattern\\.compile\\(\"(.+?)\"\\);");
    private static final Pattern OF_WORDS = Pattern.compile("(LONGEST|SHORTEST)(_[A-Z]+)?");

    /** Lengths of what the house itself writes or reads, which nobody types. */
    private static final Set<String> NOT_TYPED = Set.of(
            "Photo.LONGEST_SIDE",
            "OrderHistory.LONGEST",
            "OrderSearchTokens.SHORTEST_NUMBER_END",
            "Cursor.LONGEST",
            "AuditTrail.LONGEST_EXPORT",
            "StationNumbers.LONGEST",
            "ServiceName.LONGEST_CHINESE",
            "ServiceName.LONGEST_ENGLISH",
            "Gsm7.LONGEST",
            "Gsm7.LONGEST_OTHERWISE",
            "WorkingCalendars.LONGEST_SPAN");

    private final Map<String, String> rows = new TreeMap<>();
    private final Map<String, String> numbers = new TreeMap<>();
    private final Map<String, String> forms = new TreeMap<>();

    @BeforeAll
    void read() throws IOException {
        ROW.matcher(Files.readString(Path.of("../docs/what-may-be-typed.md")))
                .results()
                .forEach(row -> rows.put(row.group(3), row.group(2).replace("\\|", "|")));
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                constants(file);
            }
        }
    }

    private void constants(Path file) throws IOException {
        var type = file.getFileName().toString().replace(".java", ".");
        var text = Files.readString(file);
        NUMBER.matcher(text)
                .results()
                .forEach(found ->
                        numbers.put(type + found.group(1), found.group(2).replace("_", "")));
        FORM.matcher(text)
                .results()
                .forEach(
                        found -> forms.put(type + found.group(1), found.group(2).replace("\\\\", "\\")));
    }

    @Test
    void eachRowSaysWhatTheCodeChecks() {
        assertThat(rows).hasSizeGreaterThan(30).allSatisfy((constant, limit) -> {
            if (numbers.containsKey(constant)) {
                assertThat(limit.split(" ", 2)[0]).as(constant).isEqualTo(numbers.get(constant));
            } else {
                assertThat(limit).as(constant).isEqualTo("`" + forms.get(constant) + "`");
            }
        });
    }

    @Test
    void noLengthOfWhatIsTypedIsLeftOut() {
        var lengths = new TreeSet<>(numbers.keySet());
        lengths.removeIf(
                constant -> !OF_WORDS.matcher(constant.split("\\.", 2)[1]).matches());
        lengths.removeAll(NOT_TYPED);
        assertThat(rows.keySet()).containsAll(lengths);
    }
}
