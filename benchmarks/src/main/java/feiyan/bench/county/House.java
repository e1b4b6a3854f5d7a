package feiyan.bench.county;

import feiyan.Feiyan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The product with its own PostgreSQL, started in this process on a data folder of its own; no county is in it yet. */
public final class House implements AutoCloseable {

    private final Path data;
    private final boolean passing;
    private final ConfigurableApplicationContext context;

    private House(Path data, boolean passing, ConfigurableApplicationContext context) {
        this.data = data;
        this.passing = passing;
        this.context = context;
    }

    /** On a temporary folder, which goes with it. */
    public static House spare(String... properties) {
        try {
            return started(Files.createTempDirectory("feiyan-bench"), true, List.of(Feiyan.class), properties);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As {@link #spare}, with beans of the bench's own beside the product's. */
    public static House spareWith(Class<?> also, String... properties) {
        try {
            return started(Files.createTempDirectory("feiyan-bench"), true, List.of(Feiyan.class, also), properties);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** On a folder that stays: what was loaded there once is there the next time. */
    public static House in(Path data, String... properties) {
        return started(data, false, List.of(Feiyan.class), properties);
    }

    /** As {@link #in}, with beans of the bench's own beside the product's. */
    public static House inWith(Path data, Class<?> also, String... properties) {
        return started(data, false, List.of(Feiyan.class, also), properties);
    }

    private static House started(Path data, boolean passing, List<Class<?>> sources, String... properties) {
        var settings = new LinkedHashMap<String, Object>(
                Map.of("feiyan.data", data.toString(), "feiyan.demo", "false", "server.port", "0"));
        Arrays.stream(properties).map(each -> each.split("=", 2)).forEach(each -> settings.put(each[0], each[1]));
        var arguments = settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        return new House(data, passing, new SpringApplication(sources.toArray(Class<?>[]::new)).run(arguments));
    }

    public <T> T the(Class<T> door) {
        return context.getBean(door);
    }

    /** All that the product is made of. */
    public Collection<Object> parts() {
        return context.getBeansOfType(Object.class, false, false).values();
    }

    /** Where it is served: {@code http://127.0.0.1:port}. */
    public String address() {
        var web = ((ServletWebServerApplicationContext) context).getWebServer();
        return "http://127.0.0.1:" + Objects.requireNonNull(web).getPort();
    }

    /** A connection as the migrations have it: its user owns the tables. */
    public Connection asOwner() throws SQLException {
        return context.getBean("ownerDataSource", DataSource.class).getConnection();
    }

    /** Where the database's own files are. */
    public Path data() {
        return data;
    }

    @Override
    public void close() {
        context.close();
        if (passing) {
            try {
                FileSystemUtils.deleteRecursively(data);
            } catch (IOException leftForTheSystemToClean) {
                // A temporary folder: whoever sweeps it finds the rest.
            }
        }
    }
}
