package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.platform.AppClock;
import feiyan.units.Actor;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** What a village's people do with their tokens, at whichever port. */
final class VillageByApi {

    static final String API = "/api/v1";
    static final String JSON = "application/json";

    final Village village;
    final Instant wednesday;
    final Caller desk;
    final String token;
    private final ProjectId project;
    private final Caller household;
    private final ApplicationContext house;

    VillageByApi(ApplicationContext house) {
        this.house = house;
        village = Village.in(house);
        project = village.project(1, 40);
        wednesday = Village.wednesday(house.getBean(AppClock.class).instant());
        token = token(village.requester);
        household = Caller.withToken(token);
        desk = caller(village.clerk);
    }

    Caller caller(Actor actor) {
        return Caller.withToken(token(actor));
    }

    private String token(Actor actor) {
        var standings = actor.isStaff() ? EnumSet.allOf(Standing.class) : EnumSet.of(Standing.RESIDENT);
        return ApiClient.token(house, actor, ApiScope.openTo(standings));
    }

    /** What the household needs, under an id of its making. */
    String need(String id) {
        return """
                {"id":"%s","another":true,"need":"Her hair has grown long","project":"%s","station":"%s","address":"No. 3, by the well",
                 "recipient":"Wang Xiulan","phone":"13800000000","window":{"from":"%s","to":"%s"}}""".formatted(
                        id, project.value(), village.station.value(), wednesday, wednesday.plus(Duration.ofDays(2)));
    }

    HttpResponse<String> place(int port, String id, String key) {
        try {
            return household.post(port, API + "/orders", JSON, need(id), "Idempotency-Key", key);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    String placed(int port) {
        var answer = place(port, key(), key());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Caller.json(answer).path("id").asString();
    }

    /** As a client should: under the same key until there is an answer. */
    HttpResponse<String> placeUntilAnswered(int port, String id, String key) {
        for (int tried = 1; ; tried++) {
            try {
                return place(port, id, key);
            } catch (UncheckedIOException cut) {
                if (tried == 20) {
                    throw cut;
                }
            }
        }
    }

    void approve(int port, String order) throws IOException, InterruptedException {
        var path = API + "/orders/" + order + "/approval";
        var answer = desk.post(port, path, JSON, "", "Idempotency-Key", key(), "If-Match", "\"1\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    String approved(int port) throws IOException, InterruptedException {
        var order = placed(port);
        approve(port, order);
        return order;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
