package feiyan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.canary.FieldTable.Sees;
import feiyan.platform.OutboxWorker;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The table of who sees what, held against everything there is to read: a canary in each sensitive field of an order at
 * each turn of its life, and everybody who could want to know fetches every address as whom they are. What is found and
 * not granted is a leak; what is granted and found nowhere is a table that has gone stale.
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

    private static final Set<String> ASKED_FOR = Set.of("address", "contact phone");

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final List<Journey> journeys = new ArrayList<>();
    private FieldWorld world;
    private Rounds rounds;
    private Reading reading;

    @BeforeAll
    void ordersAtEveryTurn() {
        world = new FieldWorld(house);
        // As they come about: nobody is at two doors at once.
        Stream.of(Turn.values())
                .flatMap(turn -> Stream.of(new Way(turn, true), new Way(turn, false)))
                .sorted(Comparator.comparing(way -> FieldWorld.begins(way.turn(), way.secret())))
                .forEach(way -> journeys.add(Journey.of(world, way.turn(), way.secret())));
        var tokens = new HashMap<Actor, String>();
        world.viewers.values().stream()
                .filter(Objects::nonNull)
                .forEach(actor -> tokens.put(actor, world.token(actor)));
        reading = new Reading(web, tokens);
        rounds = new Rounds(requestMappingHandlerMapping.getHandlerMethods().keySet());
        new Besides(world, rounds).write();
        journeys.forEach(this::addresses);
        rounds.fillAll("/groups/{id}", world.groups, group -> group.value());
        world.at(FieldWorld.NOW, () -> {
            house.getBean(OutboxWorker.class).work();
            return world;
        });
    }

    private record Way(Turn turn, boolean secret) {}

    private void addresses(Journey journey) {
        var order = journey.order.value();
        rounds.fill("/orders/{id}", order);
        rounds.fill("/orders/{order}/time-proposal", order);
        for (var media : List.of("/orders/{id}/media/{media}", "/orders/{id}/media/{medium}")) {
            journey.media.forEach(medium -> rounds.fill(media, order, medium.value()));
        }
        rounds.fillAll("/offers/{id}", journey.offers, offer -> offer.value());
        rounds.fillAll("/seats/{id}", journey.seats, seat -> seat.value());
        rounds.fill("/complaints/{id}", journey.complaint.value());
        journey.links.forEach(link -> rounds.fill("/r/{token}", link));
    }

    @Test
    void everybodySeesWhatTheTableGrantsAndNothingElse() {
        var all = new HashSet<>(world.aviary.canaries());
        all.addAll(all.stream()
                .filter(canary -> ASKED_FOR.contains(canary.field()))
                .map(Canary::onAsking)
                .toList());
        var granted = FieldTable.read(all);
        var seen = seen();
        seen.putAll(seenOnAsking());
        System.out.printf(
                "%d cells: %d canaries, %d viewers, %d routes at %d addresses%n",
                all.size() * world.viewers.size(),
                all.size(),
                world.viewers.size(),
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
                .map(cell -> cell.getKey() + " on " + cell.getValue())
                .sorted()
                .toList();
    }

    /** Where each canary was found by whom; what the address itself brings along is nothing that it shows. */
    private Map<Sees, Set<String>> seen() {
        var seen = new HashMap<Sees, Set<String>>();
        rounds.addresses()
                .forEach((route, addresses) -> world.viewers.forEach((viewer, actor) -> {
                    for (var address : addresses) {
                        var found = world.aviary.in(world.at(FieldWorld.NOW, () -> reading.of(actor, address)));
                        found.removeAll(world.aviary.in(address));
                        found.forEach(canary -> seen.computeIfAbsent(new Sees(viewer, canary), none -> new TreeSet<>())
                                .add(route));
                    }
                }));
        return seen;
    }

    /** Door and telephone are shown for a reason only, and each view is written down. */
    private Map<Sees, Set<String>> seenOnAsking() {
        var seen = new HashMap<Sees, Set<String>>();
        world.viewers.forEach((viewer, actor) -> journeys.forEach(journey -> {
            var sent = world.at(FieldWorld.NOW, () -> reading.contact(actor, journey));
            world.aviary.in(sent).stream()
                    .filter(canary -> ASKED_FOR.contains(canary.field()))
                    .forEach(canary ->
                            seen.put(new Sees(viewer, canary.onAsking()), Set.of("/orders/{id}/contact-view")));
        }));
        return seen;
    }
}
