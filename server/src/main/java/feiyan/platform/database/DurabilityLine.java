package feiyan.platform.database;

import feiyan.platform.ConsoleText;
import feiyan.platform.StartLine;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether what is committed outlives a loss of power. Each of these settings is somebody's way to make a database
 * faster, and each loses what people were told is done: whoever switched one off has to know.
 */
@Component
class DurabilityLine implements StartLine {

    private static final Logger LOG = LoggerFactory.getLogger(DurabilityLine.class);

    private final JdbcClient db;

    DurabilityLine(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> lines(String address) {
        var off = off();
        if (off.isEmpty()) {
            return List.of();
        }
        var names = String.join(", ", off);
        LOG.warn("The database may lose what it committed when its machine loses power: {} off", names);
        return List.of(ConsoleText.line("start.not_durable", names));
    }

    /** As the pool's connections have them: a role may have its own. */
    List<String> off() {
        return Stream.of("fsync", "full_page_writes", "synchronous_commit")
                .filter(setting -> db.sql("select current_setting(:setting)")
                        .param("setting", setting)
                        .query(String.class)
                        .single()
                        .equals("off"))
                .toList();
    }
}
