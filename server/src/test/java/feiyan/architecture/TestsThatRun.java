package feiyan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The tests of this house as the runner finds them: compiled, and not switched off. */
final class TestsThatRun {

    private final List<String> classes;

    private TestsThatRun(List<String> classes) {
        this.classes = classes;
    }

    static TestsThatRun ofThisHouse() {
        var root = Path.of("target", "test-classes");
        try (Stream<Path> files = Files.walk(root)) {
            return new TestsThatRun(files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.class") && !file.contains("$"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Whether there is exactly one such test.
     *
     * @param name {@code HeadersTest}, {@code HeadersTest.aStreamIsProtected}; with its module where two have one name
     */
    boolean have(String name) {
        var end = name.indexOf("Test.");
        var type = end < 0 ? name : name.substring(0, end + "Test".length());
        var found = classes.stream()
                .filter(each -> each.endsWith("." + type))
                .map(TestsThatRun::load)
                .toList();
        return found.size() == 1 && runs(found.getFirst(), end < 0 ? null : name.substring(type.length() + 1));
    }

    private static boolean runs(Class<?> test, @Nullable String method) {
        return !test.isAnnotationPresent(Disabled.class)
                && Arrays.stream(test.getDeclaredMethods())
                        .filter(each -> method == null || each.getName().equals(method))
                        .anyMatch(TestsThatRun::runs);
    }

    private static boolean runs(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class) && !method.isAnnotationPresent(Disabled.class);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, TestsThatRun.class.getClassLoader());
        } catch (ClassNotFoundException justFound) {
            throw new IllegalStateException(justFound);
        }
    }
}
