package feiyan.dispatch.web;

import feiyan.dispatch.Candidates;
import feiyan.dispatch.pool.Judged;
import feiyan.dispatch.web.CandidatesForTime.PersonToAsk;
import feiyan.dispatch.web.CandidatesForTime.TeamToAsk;
import feiyan.dispatch.web.CandidatesForTime.WhatIsLacking;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.volunteers.Volunteers;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom a dispatcher may ask for a time, why, and what stands against the others. */
@RestController
class CandidatesApi {

    private final Candidates candidates;
    private final Volunteers volunteers;
    private final StandingTime times;
    private final InstantSource clock;

    CandidatesApi(Candidates candidates, Volunteers volunteers, StandingTime times, InstantSource clock) {
        this.candidates = candidates;
        this.volunteers = volunteers;
        this.times = times;
        this.clock = clock;
    }

    @Operation(
            summary = "Teams and volunteers who could serve an order at a time; for its unit",
            description = "Without a time: for the one for which people are asked already, else for the first that "
                    + "suits. With a name, whoever goes by it too, and what stands against them.")
    @NeedsScope("dispatch:read")
    @GetMapping(ApiPath.V1 + "/orders/{id}/candidates")
    Outcome<CandidatesForTime> list(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable Instant from,
            @RequestParam(defaultValue = "") String name) {
        var order = times.inCharge(actor, id);
        return order.project() == null
                ? Outcome.refused("order.not_now", order.state().name())
                : Outcome.done(found(actor, order, time(actor, order, from), name.strip()));
    }

    private Slot time(Actor actor, ServiceSheet order, @Nullable Instant from) {
        return from == null
                ? times.of(actor, order).orElseGet(() -> ProposedTime.of(order, clock.instant()))
                : StandingTime.at(order, from);
    }

    private CandidatesForTime found(Actor actor, ServiceSheet order, Slot time, String name) {
        return new CandidatesForTime(
                time,
                candidates.teams(actor, order, time).stream().map(TeamToAsk::of).toList(),
                people(
                        actor.county(),
                        candidates.wished(actor, order, time).stream().toList()),
                people(actor.county(), name.isEmpty() ? List.of() : candidates.named(actor, order, time, name)),
                people(actor.county(), candidates.best(actor, order, time)),
                WhatIsLacking.of(candidates.lack(actor, order, time)));
    }

    private List<PersonToAsk> people(CountyId county, List<Judged> people) {
        var cards = volunteers.cards(
                county, people.stream().map(one -> one.suggestion().volunteer()).toList());
        return people.stream()
                .flatMap(one -> Stream.ofNullable(cards.get(one.suggestion().volunteer()))
                        .map(card -> PersonToAsk.of(card, one)))
                .toList();
    }
}
