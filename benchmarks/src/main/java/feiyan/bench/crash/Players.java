package feiyan.bench.crash;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who plays: made by {@link SmallCounty}, read by the clients.
 *
 * @param secret signs what the webhook is told
 */
record Players(long county, String station, String project, String secret, List<Hand> hands) {

    private static final JsonMapper JSON = new JsonMapper();

    /** One client's people: who asks, who decides, and those who go. */
    record Hand(String household, String desk, List<Helper> helpers) {}

    record Helper(String id, String token) {}

    /** The file holds tokens: it lies in the bench's own folder, which nobody else may enter. */
    void writeTo(Path file) {
        JSON.writeValue(file, this);
    }

    static Players readFrom(Path file) {
        return JSON.readValue(file, Players.class);
    }
}
