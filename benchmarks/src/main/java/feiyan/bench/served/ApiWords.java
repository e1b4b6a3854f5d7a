package feiyan.bench.served;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** What programs of the four send to the API for one need, and what they read of its answers. */
public final class ApiWords {

    public static final String RATING =
            "{\"solved\":true,\"timeliness\":5,\"attitude\":5,\"quality\":4,\"words\":\"谢谢\"}";

    private ApiWords() {}

    /**
     * Somebody's need, for a time that begins a little before the service.
     *
     * @param id of the client's making; empty for none
     */
    public static String need(String id, String project, String station, Instant from) {
        return """
                {%s"need":"来家里帮帮忙","project":"%s","station":"%s","address":"十里村 3 组 12 号","recipient":"某人",
                 "phone":"13800000000","another":true,"window":{"from":"%s","to":"%s"}}""".formatted(
                        id.isEmpty() ? "" : "\"id\":\"%s\",".formatted(id),
                        project,
                        station,
                        from.minus(Duration.ofMinutes(10)),
                        from.plus(Duration.ofHours(8)));
    }

    public static String asked(Instant from, String volunteer) {
        return "{\"from\":\"%s\",\"invitees\":[{\"volunteer\":\"%s\"}]}".formatted(from, volunteer);
    }

    /** Of who was asked alone. */
    public static String offer(JsonNode made) {
        return made.path("offers").get(0).asString();
    }

    public static String code(String digits) {
        return "{\"code\":\"%s\"}".formatted(digits);
    }
}
