package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the docs that the code writes: the test fails when the page and the code differ. */
public final class GeneratedDoc {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path FRESH = Path.of("target", "docs");

    private GeneratedDoc() {}

    public static void holds(String name, String fresh) throws IOException {
        Files.createDirectories(FRESH);
        Files.writeString(FRESH.resolve(name), fresh);
        var page = DOCS.resolve(name);
        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("docs/%1$s is written by the code. To refresh it: cp server/target/docs/%1$s docs/%1$s", name)
                .isEqualTo(fresh);
    }
}
