package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** On the database of a test's house, with its keys and its clock, as two machines have it. */
final class TwoServers implements AutoCloseable {

    private final Path folder;
    private final ServerProcess one;
    private final ServerProcess other;

    private TwoServers(Path folder, ServerProcess one, ServerProcess other) {
        this.folder = folder;
        this.one = one;
        this.other = other;
    }

    static TwoServers of(ApplicationContext house, Path folder) throws IOException, InterruptedException {
        var servers =
                new TwoServers(folder, launch(house, folder.resolve("one")), launch(house, folder.resolve("other")));
        servers.one.untilUp();
        servers.other.untilUp();
        return servers;
    }

    private static ServerProcess launch(ApplicationContext house, Path data) throws IOException {
        var settings = house.getEnvironment();
        return ServerProcess.launch(
                data,
                0,
                "--spring.datasource.url=" + settings.getRequiredProperty("spring.datasource.url"),
                "--spring.datasource.username=" + settings.getRequiredProperty("spring.datasource.username"),
                "--spring.datasource.password=" + settings.getRequiredProperty("spring.datasource.password"),
                "--feiyan.clock.ahead=" + settings.getRequiredProperty("feiyan.clock.ahead"),
                "--feiyan.keys=" + house.getBean(KeyRing.class).home());
    }

    int one() throws IOException {
        return one.port();
    }

    int other() throws IOException {
        return other.port();
    }

    void killOne() throws InterruptedException {
        one.kill();
    }

    void neitherFoundAnythingThatFailed() throws IOException {
        for (var name : List.of("one", "other")) {
            assertThat(Files.readString(folder.resolve(name).resolve("feiyan.log")))
                    .doesNotContain(" ERROR ");
        }
    }

    @Override
    public void close() throws IOException {
        one.close();
        other.close();
    }
}
