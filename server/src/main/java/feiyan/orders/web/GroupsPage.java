package feiyan.orders.web;

import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.orders.CommonTime;
import feiyan.orders.GroupBook;
import feiyan.orders.GroupChild;
import feiyan.orders.Merging;
import feiyan.orders.OpenGroup;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.units.Units;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Like needs served together: what is open, who could join, who is in it and may leave. */
@Controller
class GroupsPage {

    private final GroupBook book;
    private final Merging merging;
    private final Menu menu;
    private final Units units;
    private final Phrases phrases;
    private final DeskAnswers answers;
    private final InstantSource clock;

    GroupsPage(
            GroupBook book,
            Merging merging,
            Menu menu,
            Units units,
            Phrases phrases,
            DeskAnswers answers,
            InstantSource clock) {
        this.book = book;
        this.merging = merging;
        this.menu = menu;
        this.units = units;
        this.phrases = phrases;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/groups")
    ModelAndView open(Actor actor) {
        onlyDesks(actor);
        var groups = book.open(actor);
        var model = names(actor.county(), groups, List.of());
        model.put("groups", groups);
        return new ModelAndView("orders/groups", model);
    }

    /** The marked ones side by side, and a time that suits them; those whom it does not stand apart, unticked. */
    @GetMapping("/groups/new")
    ModelAndView together(Actor actor, @RequestParam(defaultValue = "") List<OrderId> order) {
        onlyDesks(actor);
        var marked = book.marked(actor, order);
        var common = CommonTime.of(marked, clock.instant());
        var joinable = book.open(actor).stream()
                .filter(group -> marked.stream()
                        .allMatch(one -> one.project() == null || one.project().equals(group.project())))
                .toList();
        var model = names(actor.county(), joinable, marked);
        model.put("common", common);
        model.put("groups", joinable);
        return new ModelAndView("orders/group-new", model);
    }

    /** @param seen each an order and its version on the page, {@code id:version} */
    @PostMapping("/groups")
    ModelAndView merge(
            Actor actor,
            @RequestParam(defaultValue = "") List<String> seen,
            @RequestParam(required = false) @Nullable OrderId group,
            RedirectAttributes redirect) {
        var marked = versions(seen);
        var merged = group == null ? merging.together(actor, marked) : merging.into(actor, group, marked);
        return switch (merged) {
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/inbox");
            case Outcome.Done(var parent) -> {
                Notice.done("group.done", marked.size()).on(redirect);
                yield Pages.next("/groups/" + parent.value());
            }
        };
    }

    private static Map<OrderId, Integer> versions(List<String> seen) {
        var versions = new HashMap<OrderId, Integer>();
        for (var one : seen) {
            var parts = one.split(":", 2);
            if (parts.length == 2) {
                Ids.parse(parts[0]).ifPresent(id -> versions.put(new OrderId(id), version(parts[1])));
            }
        }
        return versions;
    }

    /** What is no number was seen at no version: the door says that it has moved on. */
    private static int version(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }

    @GetMapping("/groups/{id}")
    ModelAndView show(Actor actor, @PathVariable OrderId id) {
        var group = book.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var children = book.children(actor, id);
        var model = names(actor.county(), List.of(group), children);
        model.put("group", group);
        model.put("children", children);
        return new ModelAndView("orders/group", model);
    }

    /** @param group the page to come back to; null where it was the child's own */
    @PostMapping("/orders/{id}/separation")
    ModelAndView apart(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Integer phrase,
            @RequestParam(required = false) @Nullable OrderId group,
            @ModelAttribute Onward onward,
            RedirectAttributes redirect) {
        var said = phrases.said(Phrases.Act.APART, words, phrase);
        var page = answers.to(actor, merging.apart(actor, id, version, said), id, onward, "group.apart.done", redirect);
        return group != null && page.getStatus() == null ? Pages.next("/groups/" + group.value()) : page;
    }

    private Map<String, Object> names(CountyId county, List<OpenGroup> groups, List<GroupChild> orders) {
        var projects = Stream.concat(
                        groups.stream().map(OpenGroup::project),
                        orders.stream().map(GroupChild::project).filter(Objects::nonNull))
                .distinct()
                .toList();
        var places = Stream.concat(
                        groups.stream().map(OpenGroup::unit), orders.stream().map(GroupChild::station))
                .distinct()
                .toList();
        var model = new HashMap<String, Object>();
        model.put("projects", projects.isEmpty() ? Map.<ProjectId, String>of() : menu.names(county, projects));
        model.put("units", places.isEmpty() ? Map.<UnitId, String>of() : units.names(county, places));
        return model;
    }

    private static void onlyDesks(Actor actor) {
        if (!actor.holds(Role.CLERK) && !actor.holds(Role.DISPATCHER)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
