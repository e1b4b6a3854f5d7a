package feiyan.platform.database;

import feiyan.platform.ConsoleText;
import feiyan.platform.StartLine;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether what is committed outlives a loss of power, and the loss of the primary where standbys were to have it too.
 * Each of these settings is somebody's way to make a database faster, and each loses what people were told is done:
 * whoever chose one has to know.
 */
@Component
class DurabilityLine implements StartLine {

    private static final Logger LOG = LoggerFactory.getLogger(DurabilityLine.class);

    private static final String COMMIT = "synchronous_commit";

    /**
     * Of {@value #COMMIT}, what waits for no standby. The weakest that does, {@code remote_write}, loses nothing unless
     * the primary's disk and the standby's power are gone together.
     */
    private static final Set<String> ALONE = Set.of("off", "local");

    private final JdbcClient db;

    DurabilityLine(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> lines(String address) {
        return Stream.concat(atLossOfPower(), atLossOfPrimary()).toList();
    }

    private Stream<String> atLossOfPower() {
        var off = Stream.of("fsync", "full_page_writes", COMMIT)
                .filter(setting -> setting(setting).equals("off"))
                .toList();
        if (off.isEmpty()) {
            return Stream.empty();
        }
        var names = String.join(", ", off);
        LOG.warn("The database may lose what it committed when its machine loses power: {} off", names);
        return Stream.of(ConsoleText.line("start.not_durable", names));
    }

    private Stream<String> atLossOfPrimary() {
        var standbys = setting("synchronous_standby_names");
        var commit = setting(COMMIT);
        if (standbys.isBlank() || !ALONE.contains(commit)) {
            return Stream.empty();
        }
        LOG.warn("The database waits for none of its standbys ({}): {} is {}", standbys, COMMIT, commit);
        return Stream.of(ConsoleText.line("start.not_on_standby", standbys, commit));
    }

    /** As the pool's connections have it: a role may have its own. */
    private String setting(String name) {
        return db.sql("select current_setting(:setting)")
                .param("setting", name)
                .query(String.class)
                .single();
    }
}
