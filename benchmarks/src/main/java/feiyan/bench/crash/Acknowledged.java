package feiyan.bench.crash;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What the server promised by an answer.
 *
 * @param version of an order; of a seat, which tells none, the minutes or zero
 */
record Acknowledged(Of of, UUID id, int version, String state) {

    enum Of {
        ORDER,
        OFFER,
        SEAT
    }

    /** {@code id} where the order was placed, {@code order} everywhere else. */
    static Acknowledged order(JsonNode answer) {
        var id = answer.has("order") ? answer.path("order") : answer.path("id");
        var state = answer.has("orderState") ? answer.path("orderState") : answer.path("state");
        var version = answer.has("orderVersion") ? answer.path("orderVersion") : answer.path("version");
        return new Acknowledged(Of.ORDER, UUID.fromString(id.asString()), version.asInt(), state.asString());
    }

    static Acknowledged offer(JsonNode answer) {
        return new Acknowledged(
                Of.OFFER,
                UUID.fromString(answer.path("offer").asString()),
                0,
                answer.path("state").asString());
    }

    static Acknowledged seat(JsonNode answer) {
        return new Acknowledged(
                Of.SEAT,
                UUID.fromString(answer.path("seat").asString()),
                answer.path("minutes").asInt(0),
                answer.path("state").asString());
    }
}
