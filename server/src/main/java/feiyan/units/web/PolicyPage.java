package feiyan.units.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.PolicyChange;
import feiyan.platform.PolicyChanges;
import feiyan.platform.PolicySettings;
import feiyan.units.Actor;
import feiyan.units.CountyPolicy;
import feiyan.units.CountyPolicy.Decided;
import feiyan.units.SettingPages;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the county has decided for itself: each setting in words, who changed it last, and how to change it. */
@Controller
@RequestMapping("/admin/policy")
class PolicyPage {

    private static final String PATH = "/admin/policy";

    private final CountyPolicy policy;
    private final Persons persons;
    private final SettingWords words;
    private final List<SettingPages> pages;

    PolicyPage(CountyPolicy policy, Persons persons, SettingWords words, List<SettingPages> pages) {
        this.policy = policy;
        this.persons = persons;
        this.words = words;
        this.pages = pages;
    }

    /** One change as it stands on the page; null where the standard held before, or where no person did it. */
    record ChangeLine(
            String key,
            @Nullable String before,
            String after,
            @Nullable String by,
            Instant at) {}

    @GetMapping
    ModelAndView all(Actor actor, @RequestParam(required = false) @Nullable UUID before) {
        var settings = Answers.shown(policy.all(actor));
        var changes = Answers.shown(policy.changes(actor, before));
        var people = people(actor, settings, changes);
        var groups = new LinkedHashMap<String, List<SettingLine>>();
        settings.stream()
                .map(each -> line(each, people))
                .forEach(line -> groups.computeIfAbsent(line.group(), none -> new ArrayList<>())
                        .add(line));
        var more = changes.size() < PolicyChanges.PAGE
                ? null
                : PATH + "?before=" + changes.getLast().id() + "#changes";
        return new ModelAndView("units/policy")
                .addObject("groups", groups)
                .addObject(
                        "changes",
                        changes.stream().map(each -> change(each, people)).toList())
                .addObject("more", more);
    }

    @GetMapping("/{key}")
    ModelAndView one(Actor actor, @PathVariable String key, HttpServletRequest request) {
        var decided = Answers.shown(policy.find(actor, key));
        return ownPage(decided)
                .orElseGet(() -> new ModelAndView(
                        "units/setting",
                        model(actor, decided, SettingForm.of(decided.setting(), decided.value()), request)));
    }

    @PostMapping("/{key}")
    ModelAndView change(
            Actor actor,
            @PathVariable String key,
            SettingForm form,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var decided = Answers.shown(policy.find(actor, key));
        var own = ownPage(decided);
        if (own.isPresent()) {
            return own.get();
        }
        var mistakes = new Mistakes();
        var text = form.text(decided.setting(), words.bounds(decided.setting()), mistakes);
        if (text.isEmpty()) {
            return Pages.again("units/setting", mistakes, model(actor, decided, form, request));
        }
        var seen = Objects.requireNonNullElse(form.seen(), "");
        return switch (policy.change(actor, key, seen, text.get(), request.getRemoteAddr())) {
            case Refused(var refusal)
            when refusal.code().equals("policy.shuts_you_out") ->
                Pages.again(
                        "units/setting",
                        new Mistakes()
                                .add(
                                        "value",
                                        "refusal.policy.shuts_you_out",
                                        refusal.args().toArray()),
                        model(actor, decided, form, request));
            case Refused(var refusal)
            when refusal.code().equals("policy.moved_on") ->
                Pages.refusedHere("units/setting", refusal, model(actor, decided, form.seen(decided.value()), request));
            case Refused(var refusal) -> Answers.refused(refusal, PATH + "/" + key);
            case Done<?> _ -> {
                Notice.done("policy.changed").on(redirect);
                yield Pages.next(PATH);
            }
        };
    }

    private Optional<ModelAndView> ownPage(Decided decided) {
        return pages.stream()
                .flatMap(module -> module.pathOf(decided.setting()).stream())
                .findFirst()
                .map(Pages::next);
    }

    private Map<String, @Nullable Object> model(
            Actor actor, Decided decided, SettingForm form, HttpServletRequest request) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("line", line(decided, people(actor, List.of(decided), List.of())));
        model.put("form", form);
        model.put("here", request.getRemoteAddr());
        return model;
    }

    private SettingLine line(Decided decided, Map<PersonId, String> people) {
        var setting = decided.setting();
        var decision = decided.decision();
        return new SettingLine(
                setting.key(),
                setting.key().substring(0, setting.key().indexOf('.')),
                SettingForm.kind(setting),
                words.said(setting, decided.value()),
                words.standard(setting),
                words.bounds(setting),
                decision == null ? null : decision.at(),
                decision == null ? null : name(people, decision.by()));
    }

    private ChangeLine change(PolicyChange change, Map<PersonId, String> people) {
        var setting = PolicySettings.find(change.key());
        var before = change.before();
        return new ChangeLine(
                change.key(),
                before == null
                        ? null
                        : setting.map(known -> words.said(known, before)).orElse(before),
                setting.map(known -> words.said(known, change.after())).orElse(change.after()),
                name(people, change.by()),
                change.at());
    }

    private Map<PersonId, String> people(Actor actor, List<Decided> settings, List<PolicyChange> changes) {
        var ids = Stream.concat(
                        settings.stream()
                                .flatMap(each -> Stream.ofNullable(each.decision()))
                                .flatMap(decision -> Stream.ofNullable(decision.by())),
                        changes.stream().flatMap(change -> Stream.ofNullable(change.by())))
                .map(PersonId::new)
                .collect(Collectors.toSet());
        return persons.names(actor.county(), ids);
    }

    private static @Nullable String name(Map<PersonId, String> people, @Nullable UUID by) {
        return by == null ? null : people.get(new PersonId(by));
    }
}
