package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.ApiClient;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** A village whose people all come by machine, and what a test asks them to send. */
final class Machines {

    static final String API = "/api/v1";

    private final ApplicationContext house;
    private final MockMvcTester web;

    final Village village;
    final ApiClient center;
    final ApiClient desk;
    final ApiClient household;
    final Instant wednesday;

    Machines(ApplicationContext house, MockMvcTester web) {
        this.house = house;
        this.web = web;
        village = Village.in(house);
        center = client(village.administrator);
        desk = client(village.clerk);
        household = client(village.requester);
        wednesday = Village.wednesday(house.getBean(AppClock.class).instant());
    }

    ApiClient client(Actor actor) {
        return ApiClient.of(house, web, actor);
    }

    OrderId accepted(Actor volunteer, int headcount) {
        var order = approved(headcount, 60);
        var body = offers("volunteer", volunteer.person().value());
        var offer = made(desk.post(orders(order, "offers"), version(order), body))
                .path("offers")
                .get(0)
                .asString();
        read(client(volunteer).post(offers(offer, "acceptance"), null));
        return order;
    }

    OrderId approved(int headcount, int minutes) {
        return village.approved(village.project(headcount, minutes), wednesday);
    }

    Instant after(int minutes) {
        return wednesday.plus(Duration.ofMinutes(minutes));
    }

    String seatOf(Actor volunteer) {
        return seat(volunteer).path("seat").asString();
    }

    String seatTime(Actor volunteer) {
        return seat(volunteer).path("time").path("from").asString();
    }

    JsonNode seat(Actor volunteer) {
        var day = read(client(volunteer).get(API + "/my-day"));
        var first = day.path("toCome").isEmpty()
                ? day.path("today").get(0)
                : day.path("toCome").get(0);
        assertThat(first).as(day.toString()).isNotNull();
        return first;
    }

    int version(OrderId order) {
        return village.version(order);
    }

    String offers(String kind, UUID id) {
        return "{\"from\":\"%s\",\"invitees\":[{\"%s\":\"%s\"}]}".formatted(wednesday, kind, id);
    }

    static String members(Actor... people) {
        return "{\"members\":[%s]}"
                .formatted(Arrays.stream(people)
                        .map(person -> "\"" + id(person) + "\"")
                        .collect(Collectors.joining(",")));
    }

    static String arrival(String code) {
        return "{\"code\":\"%s\",\"scanned\":true}".formatted(code);
    }

    static UUID id(Actor actor) {
        return actor.person().value();
    }

    static String orders(OrderId order, String rest) {
        return API + "/orders/" + order.value() + "/" + rest;
    }

    static String offers(String offer, String rest) {
        return API + "/offers/" + offer + "/" + rest;
    }

    static String seats(String seat, String rest) {
        return API + "/seats/" + seat + "/" + rest;
    }

    static JsonNode read(MvcTestResult answer) {
        assertThat(answer).as(ApiClient.body(answer)).hasStatus(200);
        return ApiClient.json(answer);
    }

    static JsonNode made(MvcTestResult answer) {
        assertThat(answer).as(ApiClient.body(answer)).hasStatus(201);
        return ApiClient.json(answer);
    }

    static void refused(MvcTestResult answer, int status) {
        assertThat(answer).as(ApiClient.body(answer)).hasStatus(status);
    }

    static void refused(MvcTestResult answer, int status, String code) {
        refused(answer, status);
        assertThat(ApiClient.code(answer)).isEqualTo(code);
    }
}
