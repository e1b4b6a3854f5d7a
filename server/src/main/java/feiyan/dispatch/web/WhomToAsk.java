package feiyan.dispatch.web;

import feiyan.dispatch.Candidates;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Rolls;
import feiyan.dispatch.TeamCandidate;
import feiyan.menu.Menu;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import feiyan.units.Units;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the page of candidates shows for a time. */
@Component
class WhomToAsk {

    private final Offers offers;
    private final Candidates candidates;
    private final PeopleToAsk people;
    private final CandidateMap maps;
    private final Rolls rolls;
    private final Menu menu;
    private final Units units;

    WhomToAsk(
            Offers offers,
            Candidates candidates,
            PeopleToAsk people,
            CandidateMap maps,
            Rolls rolls,
            Menu menu,
            Units units) {
        this.offers = offers;
        this.candidates = candidates;
        this.people = people;
        this.maps = maps;
        this.rolls = rolls;
        this.menu = menu;
        this.units = units;
    }

    Map<String, Object> model(Actor actor, ServiceSheet order, Slot time, OfferForm form) {
        var model = new HashMap<String, Object>();
        model.put("order", order);
        model.put(
                "project",
                menu.find(actor.county(), Objects.requireNonNull(order.project()))
                        .orElseThrow());
        model.put("time", time);
        model.put("from", form.from() == null ? ProposedTime.local(time) : form.from());
        model.put("fixed", offers.timeOut(actor.county(), order.id()).isPresent());
        model.put("name", form.words());
        model.put("how", form.asked());
        model.put("ticked", form.ticked());
        boolean team = teams(model, actor, order, time);
        boolean person = people(model, actor, order, time, form);
        model.put("anybody", team || person);
        return model;
    }

    private boolean teams(Map<String, Object> model, Actor actor, ServiceSheet order, Slot time) {
        var teams = candidates.teams(actor, order, time);
        model.put("teams", teams);
        model.put(
                "units",
                units.names(
                        actor.county(), teams.stream().map(TeamCandidate::unit).toList()));
        return !teams.isEmpty();
    }

    private boolean people(Map<String, Object> model, Actor actor, ServiceSheet order, Slot time, OfferForm form) {
        var roll = rolls.of(actor, order.id()).orElseThrow();
        var found = people.of(actor, roll, time, form.words());
        model.put("roll", roll);
        model.put("wished", found.wished());
        model.put("named", found.named());
        model.put("people", found.best());
        model.put("found", !found.nobodyByThatName());
        if (found.canBeAsked() < roll.open()) {
            var lack = candidates.lack(actor, order, time);
            model.put("skilled", lack.skilled());
            model.put("lack", ObstacleWords.of(lack));
        }
        var map = maps.of(actor.county(), order, found.all());
        if (map != null) {
            model.put("map", map);
        }
        return found.canBeAsked() > 0;
    }
}
