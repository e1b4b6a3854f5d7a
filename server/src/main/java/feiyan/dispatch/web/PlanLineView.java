package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.dispatch.plan.Alternative;
import feiyan.dispatch.plan.Alternatives;
import feiyan.dispatch.plan.Boards;
import feiyan.dispatch.plan.Displaced;
import feiyan.dispatch.plan.Plan;
import feiyan.dispatch.plan.PlanId;
import feiyan.dispatch.plan.PlanLine;
import feiyan.dispatch.plan.Plans;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** One line with why it is so, who else could take it, and what would change then. */
@Component
class PlanLineView {

    static final String VIEW = "dispatch/plan-line";

    private final Plans plans;
    private final Boards boards;
    private final Alternatives alternatives;
    private final BoardRows rows;
    private final ServiceSheets sheets;
    private final Persons persons;

    PlanLineView(
            Plans plans,
            Boards boards,
            Alternatives alternatives,
            BoardRows rows,
            ServiceSheets sheets,
            Persons persons) {
        this.plans = plans;
        this.boards = boards;
        this.alternatives = alternatives;
        this.rows = rows;
        this.sheets = sheets;
        this.persons = persons;
    }

    /** Somebody else, by name. */
    record Choice(Alternative other, String name, List<Reason> reasons, List<Follows> follows) {}

    /**
     * What follows from it for another order.
     *
     * @param to by name; null: the seat is open
     */
    record Follows(
            Displaced displaced, String number, @Nullable String to) {}

    Map<String, Object> model(Actor actor, PlanId id, int number, PlanQuery query) {
        var plan = plans.find(actor, id).orElseThrow(PlanLineView::notThere);
        var line = boards.line(actor, id, number).orElseThrow(PlanLineView::notThere);
        var order = sheets.find(actor.county(), line.order()).orElseThrow();
        var model = new HashMap<String, Object>();
        model.put("plan", plan);
        model.put("query", query.of(plan.unit()));
        model.put("row", rows.of(actor.county(), line, order));
        model.put(
                "terms",
                line.volunteer() == null
                        ? List.of()
                        : ReasonWords.terms(line.facts().terms()));
        model.put("choices", choices(actor, plan, line));
        return model;
    }

    private List<Choice> choices(Actor actor, Plan plan, PlanLine line) {
        var all = alternatives.of(actor, plan.id(), line.number());
        var names = names(actor.county(), all);
        var orders = orders(actor.county(), all);
        return all.stream()
                .map(one -> new Choice(
                        one,
                        names.getOrDefault(one.suggestion().volunteer(), ""),
                        ReasonWords.of(one.facts()),
                        one.displaced().stream()
                                .map(other -> follows(other, names, orders))
                                .toList()))
                .toList();
    }

    private static Follows follows(Displaced other, Map<PersonId, String> names, Map<OrderId, ServiceSheet> orders) {
        var order = orders.get(other.order());
        var to = other.to();
        return new Follows(other, order == null ? "" : order.number(), to == null ? null : names.get(to.volunteer()));
    }

    private Map<PersonId, String> names(CountyId county, List<Alternative> all) {
        return persons.names(
                county,
                all.stream()
                        .flatMap(one -> Stream.concat(
                                Stream.of(one.suggestion()),
                                one.displaced().stream().map(Displaced::to).flatMap(Stream::ofNullable)))
                        .map(suggestion -> suggestion.volunteer())
                        .collect(Collectors.toSet()));
    }

    private Map<OrderId, ServiceSheet> orders(CountyId county, List<Alternative> all) {
        var ids = all.stream()
                .flatMap(one -> one.displaced().stream())
                .map(Displaced::order)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : sheets.find(county, ids).stream().collect(Collectors.toMap(ServiceSheet::id, Function.identity()));
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
