package feiyan.dispatch.web;

import feiyan.dispatch.Candidates;
import feiyan.dispatch.Offers;
import feiyan.dispatch.PersonCandidate;
import feiyan.dispatch.Rolls;
import feiyan.dispatch.TeamCandidate;
import feiyan.menu.Menu;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import feiyan.units.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the page of candidates shows for a time. */
@Component
class WhomToAsk {

    private final Offers offers;
    private final Candidates candidates;
    private final Rolls rolls;
    private final Menu menu;
    private final Units units;

    WhomToAsk(Offers offers, Candidates candidates, Rolls rolls, Menu menu, Units units) {
        this.offers = offers;
        this.candidates = candidates;
        this.rolls = rolls;
        this.menu = menu;
        this.units = units;
    }

    Map<String, Object> model(Actor actor, ServiceSheet order, Slot time, OfferForm form) {
        var teams = candidates.teams(actor, order, time);
        var model = new HashMap<String, Object>();
        model.put("order", order);
        model.put(
                "project",
                menu.find(actor.county(), Objects.requireNonNull(order.project()))
                        .orElseThrow());
        model.put("roll", rolls.of(actor, order.id()).orElseThrow());
        model.put("time", time);
        model.put("from", form.from() == null ? ProposedTime.local(time) : form.from());
        model.put("fixed", offers.timeOut(actor.county(), order.id()).isPresent());
        model.put("name", form.words());
        model.put("how", form.asked());
        model.put("ticked", form.ticked());
        model.put("teams", teams);
        model.put(
                "units",
                units.names(
                        actor.county(), teams.stream().map(TeamCandidate::unit).toList()));
        people(model, actor, order, time, form.words());
        return model;
    }

    /** Each person once: at the head of the page, or in the plain list. */
    private void people(Map<String, Object> model, Actor actor, ServiceSheet order, Slot time, String words) {
        var wished = candidates.wished(actor, order, time).stream().toList();
        var named = words.isEmpty() ? List.<PersonCandidate>of() : candidates.named(actor, order, time, words);
        model.put("wished", wished);
        model.put("named", without(wished, named));
        model.put("people", without(wished, without(named, candidates.people(actor, order, time))));
        model.put("found", !named.isEmpty());
    }

    private static List<PersonCandidate> without(List<PersonCandidate> shown, List<PersonCandidate> people) {
        var ids = shown.stream().map(person -> person.helper().id()).toList();
        return people.stream()
                .filter(person -> !ids.contains(person.helper().id()))
                .toList();
    }
}
