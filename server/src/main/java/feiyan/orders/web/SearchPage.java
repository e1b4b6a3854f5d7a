package feiyan.orders.web;

import feiyan.orders.OrderId;
import feiyan.orders.OrderSearch;
import feiyan.orders.OrderSearchCriteria;
import feiyan.orders.OrderSearchLinks;
import feiyan.orders.SavedFilter;
import feiyan.orders.SavedFilters;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finds an order again, and keeps a search for the next time. */
@Controller
@RequestMapping("/search")
class SearchPage {

    private static final String PATH = "/search";

    private final OrderSearch search;
    private final OrderSearchLinks links;
    private final SavedFilters filters;
    private final SearchView view;

    SearchPage(OrderSearch search, OrderSearchLinks links, SavedFilters filters, SearchView view) {
        this.search = search;
        this.links = links;
        this.filters = filters;
        this.view = view;
    }

    @GetMapping
    ModelAndView look(
            Actor actor,
            @RequestParam("for") Optional<String> link,
            @RequestParam Optional<SavedFilter.Id> saved,
            @RequestParam(required = false) @Nullable OrderId after) {
        return link.flatMap(written -> links.open(actor, written))
                .or(() -> saved.flatMap(id -> filters.find(actor, id)).map(SavedFilter::criteria))
                .map(criteria -> found(actor, criteria, after, new Mistakes()))
                .orElseGet(() -> new ModelAndView(SearchView.NAME, view.asked(actor, SearchForm.empty())));
    }

    /** What is looked for comes by post, since it may be a name, and goes on sealed. */
    @PostMapping
    ModelAndView ask(Actor actor, SearchForm form) {
        var mistakes = new Mistakes();
        var criteria = form.criteria(mistakes);
        return mistakes.isEmpty()
                ? Pages.next(path(actor, criteria))
                : Pages.again(SearchView.NAME, mistakes, view.asked(actor, form));
    }

    @PostMapping("/filters")
    ModelAndView keep(
            Actor actor,
            @RequestParam("for") String link,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable UnitId unit,
            RedirectAttributes redirect) {
        var criteria = links.open(actor, link);
        if (criteria.isEmpty()) {
            return Pages.next(PATH);
        }
        return switch (filters.save(actor, name, criteria.get(), unit)) {
            case Done<SavedFilter.Id> _ -> {
                Notice.done("search.saved").on(redirect);
                yield Pages.next(path(actor, criteria.get()));
            }
            case Refused(var refusal) ->
                refusal.code().equals("saved_filter.name")
                        ? found(
                                actor,
                                criteria.get(),
                                null,
                                new Mistakes().add("name", "refusal.saved_filter.name", SavedFilters.LONGEST_NAME))
                        : Pages.refused(refusal, path(actor, criteria.get()));
        };
    }

    @PostMapping("/filters/{id}/removal")
    ModelAndView remove(Actor actor, @PathVariable SavedFilter.Id id, RedirectAttributes redirect) {
        return switch (filters.remove(actor, id)) {
            case Done<SavedFilter.Id> _ -> {
                Notice.done("search.removed").on(redirect);
                yield Pages.next(PATH);
            }
            case Refused(var refusal) -> Pages.refused(refusal, PATH);
        };
    }

    private String path(Actor actor, OrderSearchCriteria criteria) {
        return PATH + "?for=" + links.of(actor, criteria);
    }

    private ModelAndView found(Actor actor, OrderSearchCriteria criteria, @Nullable OrderId after, Mistakes mistakes) {
        return switch (search.find(actor, criteria, after)) {
            case Refused(var refusal) -> Pages.refused(refusal, PATH);
            case Done(var found) -> {
                var model = view.answered(actor, criteria, found);
                yield mistakes.isEmpty()
                        ? new ModelAndView(SearchView.NAME, model)
                        : Pages.again(SearchView.NAME, mistakes, model);
            }
        };
    }
}
