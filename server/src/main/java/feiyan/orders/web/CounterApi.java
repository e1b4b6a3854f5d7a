package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.orders.Callers;
import feiyan.orders.Channel;
import feiyan.orders.CounterOrders;
import feiyan.orders.CounterOrders.Step;
import feiyan.orders.CounterOrders.Who;
import feiyan.orders.OrderId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.web.Mistakes;
import feiyan.web.api.ApiPath;
import feiyan.web.api.DecidedAnew;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Slice;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A need at the counter, on the telephone or at the door, written down by another. */
@RestController
@RequestMapping(ApiPath.V1 + "/counter")
@Tag(name = "counter")
@NeedsScope("orders:write")
class CounterApi {

    private static final int LONGEST_NAME = 40;

    private final CounterOrders counter;
    private final CounterStations stations;
    private final Callers callers;
    private final NeedReader reader;
    private final OrderNow.After now;

    CounterApi(
            CounterOrders counter, CounterStations stations, Callers callers, NeedReader reader, OrderNow.After now) {
        this.counter = counter;
        this.stations = stations;
        this.callers = callers;
        this.reader = reader;
        this.now = now;
    }

    record Look(String find) {}

    record CallerJson(UUID person, String name, @Nullable UUID station) {}

    @PostMapping("/look")
    @NeedsScope("contacts:read")
    @DecidedAnew
    @Operation(
            summary = "Finds who stands at the counter",
            description = "By a telephone number or, for staff, part of a name, among the people of the own villages."
                    + " Each number is written into the audit, and nobody goes through a telephone book.")
    Outcome<Slice<CallerJson>> look(Actor actor, @RequestBody Look said) {
        if (stations.of(actor).isEmpty()) {
            return Outcome.refused("order.not_yours", "place");
        }
        return callers.look(actor, said.find().strip())
                .map(found -> Slice.all(found.stream()
                        .map(one -> new CallerJson(
                                one.person().value(),
                                one.name(),
                                one.station() == null ? null : one.station().value()))
                        .toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Writes down somebody else's need",
            description = "By staff for their own stations, or by the swallow volunteer on duty for the own village;"
                    + " says how the person agreed. Staff may approve or settle it in the same step.")
    Outcome<OrderNow> place(Actor actor, @RequestBody CounterJson said) {
        var known = stations.of(actor);
        if (known.isEmpty()) {
            return Outcome.refused("order.not_yours", "place");
        }
        check(actor, said);
        var id = new OrderId(Objects.requireNonNullElseGet(said.id(), Ids::next));
        var placed = counter.place(
                actor,
                id,
                who(said),
                person -> reader.read(person, name(actor, person, said), phone(known, said), said),
                said.stepOrPlace(),
                said.done() == null ? "" : said.done().strip());
        return now.of(actor.county(), placed);
    }

    private static void check(Actor actor, CounterJson said) {
        var mistakes = new Mistakes();
        if (said.who() == null) {
            NeedReader.required(mistakes, "name", Objects.requireNonNullElse(said.name(), ""), LONGEST_NAME);
        }
        if (isGiven(said.phone())
                && Phone.parse(Objects.requireNonNull(said.phone())) instanceof Outcome.Refused<Phone>(var refusal)) {
            mistakes.add("phone", "refusal." + refusal.code(), refusal.args().toArray());
        }
        if (said.channel() == Channel.PHONE_PAGE || said.channel() == Channel.GROUP) {
            mistakes.add("channel", "mistake.unusable");
        }
        if (said.stepOrPlace() == Step.RESOLVE && !isGiven(said.done())) {
            mistakes.add("done", "counter.mistake.done");
        }
        if (!actor.isStaff() && said.stepOrPlace() != Step.PLACE) {
            mistakes.add("step", "counter.mistake.not_for_volunteers");
        }
        if (!mistakes.isEmpty()) {
            throw new Unprocessable(mistakes);
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static Who who(CounterJson said) {
        return said.who() != null
                ? new Who.Known(new PersonId(said.who()))
                : new Who.Newcomer(
                        Objects.requireNonNull(said.name()).strip(),
                        said.phone() == null || said.phone().isBlank()
                                ? null
                                : Phone.parse(said.phone()).orThrow());
    }

    private String name(Actor actor, PersonId person, CounterJson said) {
        return said.name() != null && said.who() == null
                ? said.name().strip()
                : callers.caller(actor, person).map(Callers.Caller::name).orElse("");
    }

    /** Stands in for a household that has none: whoever comes calls the station. */
    private static String phone(List<Unit> known, CounterJson said) {
        return known.stream()
                .filter(unit -> unit.id().equals(new UnitId(said.station())))
                .map(unit -> Objects.requireNonNullElse(unit.phone(), ""))
                .findFirst()
                .orElse("");
    }
}
