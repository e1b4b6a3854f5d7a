package feiyan.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.cast.AsActor;
import feiyan.canary.FieldTable.Sees;
import feiyan.platform.OutboxWorker;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The table of who sees what, held against everything there is to read: a canary in each sensitive field of an order at
 * each turn of its life, and everybody who could want to know fetches every address as whom they are. What is found and
 * not allowed is a leak; what is allowed and found nowhere is a table that has gone stale.
 */
@FeiyanTest(
        properties = {
            "feiyan.jobs=false",
            "feiyan.demo=true",
            "feiyan.api.requests-per-minute=100000",
            "feiyan.api.requests-per-minute-of-a-person=100000"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@TestInstance(Lifecycle.PER_CLASS)
class FieldTableTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Map<Actor, String> tokens = new HashMap<>();
    private final List<Journey> journeys = new ArrayList<>();
    private FieldWorld world;
    private Rounds rounds;

    @BeforeAll
    void ordersAtEveryTurn() {
        world = new FieldWorld(house);
        for (var turn : Turn.values()) {
            journeys.add(Journey.of(world, turn, false));
            journeys.add(Journey.of(world, turn, true));
        }
        world.viewers.values().stream()
                .filter(Objects::nonNull)
                .forEach(actor -> tokens.put(actor, world.token(actor)));
        rounds = new Rounds(requestMappingHandlerMapping.getHandlerMethods().keySet());
        new Besides(world, rounds).write();
        journeys.forEach(this::addresses);
        rounds.fillAll("/groups/{id}", world.groups, group -> group.value());
        world.at(FieldWorld.NOW, () -> {
            house.getBean(OutboxWorker.class).work();
            return world;
        });
    }

    private void addresses(Journey journey) {
        var order = journey.order.value();
        rounds.fill("/orders/{id}", order);
        journey.media.forEach(medium -> rounds.fill("/orders/{id}/media/{media}", order, medium.value()));
        rounds.fillAll("/offers/{id}", journey.offers, offer -> offer.value());
        rounds.fillAll("/seats/{id}", journey.seats, seat -> seat.value());
        rounds.fill("/complaints/{id}", journey.complaint.value());
        journey.links.forEach(link -> rounds.fill("/r/{token}", link));
    }

    @Test
    void everybodySeesWhatTheTableGrantsAndNothingElse() {
        var seen = seen();
        seen.putAll(seenOnAsking());
        var all = new HashSet<>(world.aviary.canaries());
        all.addAll(all.stream().filter(FieldTableTest::isAskedFor).map(Canary::onAsking).toList());
        var granted = FieldTable.read(all);
        var viewers = world.viewers.keySet();
        System.out.printf(
                "%d cells: %d canaries x %d viewers, on %d routes at %d addresses%n",
                all.size() * viewers.size(),
                all.size(),
                viewers.size(),
                rounds.routes(),
                rounds.addresses().values().stream().mapToInt(List::size).sum());
        assertThat(leaks(seen, granted)).as("seen by whom it is not for").isEmpty();
        assertThat(granted.stream().filter(cell -> !seen.containsKey(cell)))
                .as("granted, and found nowhere")
                .isEmpty();
    }

    private static List<String> leaks(Map<Sees, Set<String>> seen, Set<Sees> granted) {
        return seen.entrySet().stream()
                .filter(cell -> !granted.contains(cell.getKey()))
                .map(cell -> "%s of %s at %s by %s on %s"
                        .formatted(
                                cell.getKey().canary().field(),
                                cell.getKey().canary().section(),
                                cell.getKey().canary().stage(),
                                cell.getKey().viewer(),
                                cell.getValue()))
                .sorted()
                .toList();
    }

    /** Where each canary was found by whom. */
    private Map<Sees, Set<String>> seen() {
        var seen = new HashMap<Sees, Set<String>>();
        rounds.addresses().forEach((route, addresses) -> world.viewers.forEach((viewer, actor) -> {
            for (var address : addresses) {
                var sent = world.at(FieldWorld.NOW, () -> all(actor, address));
                var brought = world.aviary.in(address);
                world.aviary.in(sent).stream()
                        .filter(canary -> !brought.contains(canary))
                        .forEach(canary -> seen.computeIfAbsent(new Sees(viewer, canary), none -> new TreeSet<>())
                                .add(route));
            }
        }));
        return seen;
    }

    private static boolean isAskedFor(Canary canary) {
        return canary.field().equals("address") || canary.field().equals("contact phone");
    }

    /** Door and telephone are shown for a reason only, and each view is written down. */
    private Map<Sees, Set<String>> seenOnAsking() {
        var seen = new HashMap<Sees, Set<String>>();
        world.viewers.forEach((viewer, actor) -> {
            for (var journey : journeys) {
                var address = "/orders/" + journey.order.value() + "/contact-view";
                var request = web.post().uri(address).param("why", "The door was not found").with(csrf());
                var sent = world.at(FieldWorld.NOW, () -> body(as(actor, request).exchange()));
                world.aviary.in(sent).stream()
                        .filter(FieldTableTest::isAskedFor)
                        .forEach(canary -> seen.put(
                                new Sees(viewer, canary.onAsking()), Set.of("/orders/{id}/contact-view")));
            }
        });
        return seen;
    }

    /** The page, and the pages of the same list after it. */
    private String all(@Nullable Actor actor, String address) {
        var all = new StringBuilder();
        var open = new LinkedHashSet<>(List.of(address));
        var done = new LinkedHashSet<String>();
        while (!open.isEmpty() && done.size() < 6) {
            var next = open.removeFirst();
            done.add(next);
            var sent = sent(actor, next);
            all.append(sent);
            Pattern.compile("href=\"(" + Pattern.quote(address) + "\\?[^\"]*)\"")
                    .matcher(sent)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> !done.contains(link) && !link.contains("lang="))
                    .forEach(open::add);
        }
        return all.toString();
    }

    private String sent(@Nullable Actor actor, String address) {
        var request = web.get().uri(URI.create(address));
        var answer = (ApiPath.is(address) ? byToken(actor, request) : as(actor, request)).asyncExchange();
        return body(answer) + headers(answer);
    }

    /** With every scope that somebody like this can give: what a page may not show, a token may not either. */
    private MockMvcRequestBuilder byToken(@Nullable Actor actor, MockMvcRequestBuilder request) {
        return actor == null ? request : request.header("Authorization", "Bearer " + tokens.get(actor));
    }

    private static MockMvcRequestBuilder as(
            @Nullable Actor actor, MockMvcRequestBuilder request) {
        return actor == null ? request : request.with(AsActor.of(actor));
    }

    private static String body(MvcTestResult answer) {
        return Spellings.asSent(answer.getResponse().getContentAsByteArray());
    }

    private static String headers(MvcTestResult answer) {
        var response = answer.getResponse();
        var all = new StringBuilder();
        response.getHeaderNames().forEach(name -> all.append('\n').append(response.getHeaders(name)));
        return all.toString();
    }
}
