package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.dispatch.plan.Boards;
import feiyan.dispatch.plan.Plan;
import feiyan.dispatch.plan.PlanChange;
import feiyan.dispatch.plan.PlanId;
import feiyan.dispatch.plan.Plans;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What a plan was made from and what people made of it, for whoever asks later. */
@Controller
class PlanRecordPage {

    private final Plans plans;
    private final Boards boards;
    private final Persons persons;
    private final Units units;

    PlanRecordPage(Plans plans, Boards boards, Persons persons, Units units) {
        this.plans = plans;
        this.boards = boards;
        this.persons = persons;
        this.units = units;
    }

    /** @param before the last plan of the page before */
    @GetMapping("/dispatch/plans/{id}")
    ModelAndView show(Actor actor, @PathVariable PlanId id, @RequestParam(required = false) @Nullable PlanId before) {
        var plan = plans.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var changes = boards.changes(actor, id);
        var earlier = plans.made(actor, plan.unit(), before);
        var model = new HashMap<String, Object>();
        model.put("plan", plan);
        model.put("unit", units.names(actor.county(), List.of(plan.unit())).getOrDefault(plan.unit(), ""));
        model.put("changes", changes);
        model.put("most", changes.size() == Boards.MOST_CHANGES);
        model.put("names", names(actor.county(), plan, changes));
        model.put("earlier", earlier);
        model.put("more", earlier.size() == Plans.PAGE ? earlier.getLast().id() : null);
        return new ModelAndView("dispatch/plan-record", model);
    }

    private Map<PersonId, String> names(CountyId county, Plan plan, List<PlanChange> changes) {
        var people = Stream.concat(
                        Stream.of(plan.askedBy()),
                        changes.stream()
                                .flatMap(change -> Stream.<@Nullable PersonId>of(
                                        change.by(), change.volunteer(), change.insteadOf())))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return persons.names(county, people);
    }
}
