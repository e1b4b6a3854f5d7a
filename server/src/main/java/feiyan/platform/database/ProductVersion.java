package feiyan.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Which Feiyan this is: by name, and by the last migration it knows, which decides what database it can read. */
final class ProductVersion {

    private ProductVersion() {}

    /** From the jar's manifest; compiled classes alone have none. */
    static String name() {
        var name = ProductVersion.class.getPackage().getImplementationVersion();
        return name == null ? "0" : name;
    }

    static int schema() {
        try {
            var migrations = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
            return Arrays.stream(migrations)
                    .map(migration -> Objects.requireNonNull(migration.getFilename()))
                    .mapToInt(name -> Integer.parseInt(name.replaceAll("V(\\d+)__.*", "$1")))
                    .max()
                    .orElse(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
