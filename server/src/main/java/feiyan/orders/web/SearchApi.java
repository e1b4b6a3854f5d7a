package feiyan.orders.web;

import feiyan.orders.FoundIn;
import feiyan.orders.OrderSearch;
import feiyan.orders.OrderSearch.Hit;
import feiyan.orders.SavedFilter;
import feiyan.orders.SavedFilters;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.web.Mistakes;
import feiyan.web.api.ApiPath;
import feiyan.web.api.Cursor;
import feiyan.web.api.DecidedAnew;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Finds an order again, and keeps a search for the next time. A POST, since what is looked for may be a name. */
@RestController
@RequestMapping(ApiPath.V1 + "/search")
@Tag(name = "search")
@NeedsScope("orders:read")
class SearchApi {

    private final OrderSearch search;
    private final SavedFilters filters;
    private final OrderNames names;

    SearchApi(OrderSearch search, SavedFilters filters, OrderNames names) {
        this.search = search;
        this.filters = filters;
        this.names = names;
    }

    record HitJson(OrderLineJson order, Set<FoundIn> places) {}

    record FoundJson(Slice<HitJson> hits, boolean noted) {}

    @PostMapping
    @DecidedAnew
    @Operation(
            summary = "Finds orders",
            description = "Among those that concern the reader, by words and conditions that all must hold; a search"
                    + " by the end of a telephone is written into the audit. Goes on with after.")
    Outcome<FoundJson> find(Actor actor, Paging paging, @RequestBody SearchJson said) {
        check(said);
        return search.find(actor, said.criteria(), OrdersApi.after(paging)).map(found -> {
            var known = names.of(
                    actor.county(), found.hits().stream().map(Hit::line).toList());
            var hits = Slice.of(
                    found.hits(),
                    found.more() == null ? Integer.MAX_VALUE : found.hits().size(),
                    paging,
                    hit -> Cursor.of(hit.line().id().value()),
                    hit -> new HitJson(OrderLineJson.of(hit.line(), known), new TreeSet<>(hit.places())));
            boolean emptyPart = found.hits().isEmpty() && found.more() != null;
            return new FoundJson(
                    emptyPart ? new Slice<>(hits.items(), Cursor.of(found.more().value())) : hits, found.noted());
        });
    }

    /** Years that a calendar has: what the database cannot hold is not looked for. */
    private static void check(SearchJson said) {
        var mistakes = new Mistakes();
        day(mistakes, "from", said.from());
        day(mistakes, "to", said.to());
        if (said.from() != null && said.to() != null && said.to().isBefore(said.from())) {
            mistakes.add("to", "search.to.before");
        }
        if (!mistakes.isEmpty()) {
            throw new Unprocessable(mistakes);
        }
    }

    private static void day(Mistakes mistakes, String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 2000 || day.getYear() > 2999)) {
            mistakes.add(field, "search.day.wrong");
        }
    }

    record FilterJson(UUID id, String name, @Nullable UUID unit, boolean mine, SearchJson criteria) {

        static FilterJson of(SavedFilter filter) {
            return new FilterJson(
                    filter.id().value(),
                    filter.name(),
                    filter.unit() == null ? null : filter.unit().value(),
                    filter.mine(),
                    SearchJson.of(filter.criteria()));
        }
    }

    record Keeping(String name, @Nullable UUID unit, SearchJson criteria) {}

    record FilterNow(UUID id) {}

    @GetMapping("/filters")
    @Operation(summary = "Searches that were kept", description = "The own ones and those shared with the own units.")
    Slice<FilterJson> kept(Actor actor) {
        return Slice.all(filters.of(actor).stream().map(FilterJson::of).toList());
    }

    @PostMapping("/filters")
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsScope("orders:write")
    @Operation(summary = "Keeps a search", description = "For oneself, or with the staff of a unit of one's own desk.")
    Outcome<FilterNow> keep(Actor actor, @RequestBody Keeping said) {
        check(said.criteria());
        var criteria = said.criteria().criteria();
        var wrong = criteria.wrong();
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return filters.save(actor, said.name(), criteria, said.unit() == null ? null : new UnitId(said.unit()))
                .map(id -> new FilterNow(id.value()));
    }

    @PostMapping("/filters/{id}/removal")
    @NeedsScope("orders:write")
    @Operation(summary = "Throws a kept search away", description = "By its owner, or the unit's administrator.")
    Outcome<FilterNow> remove(Actor actor, @PathVariable SavedFilter.Id id) {
        return filters.remove(actor, id).map(gone -> new FilterNow(gone.value()));
    }
}
