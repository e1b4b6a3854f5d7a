package feiyan.bench.growth;

import feiyan.bench.county.House;
import feiyan.bench.county.Tokens;
import feiyan.bench.loop.Machine;
import feiyan.bench.loop.Wire;
import feiyan.platform.AppClock;
import feiyan.units.Actor;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The API as programs of all kinds call it: each call of a list once, and the next part of whatever goes on. */
final class ApiCalls implements AutoCloseable {

    private static final String CALLS = "/growth/api-calls.txt";
    private static final long A_MOMENT = 50_000_000;

    private final AppClock clock;
    private final Wire wire;
    private final Map<String, Machine> machines = new HashMap<>();
    private final Map<String, String> known;

    /**
     * @param own what each program has, by name
     * @param known what they know of: ids of things of the county
     */
    ApiCalls(House house, Map<String, Actor> own, Map<String, String> known) {
        this.clock = house.the(AppClock.class);
        this.wire = new Wire(URI.create(house.address()));
        this.known = new HashMap<>(known);
        var tokens = new Tokens(house);
        own.forEach((name, actor) -> machines.put(name, new Machine(wire, tokens.of(actor, scopes(actor)))));
    }

    private static ApiScope[] scopes(Actor actor) {
        var standings = actor.isStaff() ? EnumSet.allOf(Standing.class) : EnumSet.of(Standing.RESIDENT);
        return ApiScope.openTo(standings).toArray(ApiScope[]::new);
    }

    /**
     * @param answer what is kept of the answer: a name, and where it stands
     * @param early where the answer says that what it asks for is not done, and how
     */
    private record Call(
            String who,
            String method,
            String path,
            @Nullable String body,
            @Nullable String answer,
            @Nullable String early) {

        static Call of(String line) {
            var waiting = line.split(" while ", 2);
            var cells = waiting[0].split(" -> ", 2);
            var words = cells[0].split(" ", 4);
            return new Call(
                    words[0],
                    words[1],
                    words[2],
                    words.length < 4 ? null : words[3],
                    cells.length < 2 ? null : cells[1],
                    waiting.length < 2 ? null : waiting[1]);
        }

        /** Else what goes on in the background would be taken for another call's. */
        boolean isEarly(JsonNode answer) {
            if (early == null) {
                return false;
            }
            var undone = early.split("=", 2);
            return answer.at(undone[0]).asString().equals(undone[1]);
        }

        String name() {
            return method + " " + path;
        }
    }

    /** @param after each call, with its name */
    void all(Consumer<String> after) {
        for (var call : Growing.lines(CALLS).map(Call::of).toList()) {
            var answer = send(call);
            while (call.isEarly(answer)) {
                LockSupport.parkNanos(A_MOMENT);
                answer = send(call);
            }
            if (call.answer() != null) {
                var kept = call.answer().split("=", 2);
                known.put(kept[0], answer.at(kept[1]).asString());
            }
            after.accept(call.name());
        }
    }

    private JsonNode send(Call call) {
        var machine = machines.get(call.who());
        var path = filled(call.path());
        if (machine == null) {
            throw new IllegalStateException("nobody is called " + call.who());
        }
        if (call.method().equals("POST")) {
            return machine.post(clock.instant(), path, call.body() == null ? null : filled(call.body()));
        }
        var first = machine.get(clock.instant(), path + "?limit=2");
        var next = first.path("next");
        if (next.isString()) {
            machine.get(clock.instant(), path + "?limit=2&after=" + next.asString());
        }
        return first;
    }

    private String filled(String text) {
        var filled = text;
        for (var each : known.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }

    /** The same once more under the same key, as whoever did not hear the answer sends it. */
    void again() {
        var machine = machines.get("resident");
        if (machine != null) {
            machine.twice(clock.instant(), "/messages/reading", "{\"upTo\":\"" + known.get("over") + "\"}");
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
