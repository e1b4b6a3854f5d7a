package feiyan.audit.web;

import feiyan.audit.AlarmFindings;
import feiyan.audit.AuditChains;
import feiyan.audit.AuditCriteria;
import feiyan.audit.AuditPlace;
import feiyan.audit.AuditTrail;
import feiyan.audit.AuditUnits;
import feiyan.platform.AuditEntry;
import feiyan.platform.AuditKind;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who saw what and who did what, for the auditor: the state of the chain, a search, the rows. */
@Controller
@RequestMapping("/audit")
class AuditPage {

    private static final String VIEW = "audit/audit";

    private final AuditTrail trail;
    private final AuditChains chains;
    private final AlarmFindings alarms;
    private final AuditUnits units;
    private final AuditWords words;
    private final ReasonLinks reasons;

    AuditPage(
            AuditTrail trail,
            AuditChains chains,
            AlarmFindings alarms,
            AuditUnits units,
            AuditWords words,
            ReasonLinks reasons) {
        this.trail = trail;
        this.chains = chains;
        this.alarms = alarms;
        this.units = units;
        this.words = words;
        this.reasons = reasons;
    }

    @GetMapping
    ModelAndView look(Actor actor, AuditForm asked, @RequestParam(required = false) @Nullable String before) {
        var form = reasons.opened(actor, asked);
        var mistakes = new Mistakes();
        var criteria = words.coded(form).criteria(mistakes);
        if (!mistakes.isEmpty()) {
            return Pages.again(VIEW, mistakes, asked(actor, form));
        }
        var place = Optional.ofNullable(before).flatMap(AuditPlace::read).orElse(null);
        var found = Answers.shown(trail.search(actor, criteria, place));
        var model = asked(actor, form);
        model.put("lines", found.lines());
        model.put("named", named(actor, criteria));
        model.put(
                "more",
                Optional.ofNullable(found.next())
                        .map(next -> more(reasons.sealed(actor, form), criteria, next))
                        .orElse(null));
        return new ModelAndView(VIEW, model);
    }

    private static String more(AuditForm form, AuditCriteria criteria, AuditPlace next) {
        var path = form.path(null, criteria);
        return path + (path.contains("?") ? "&" : "?") + "before=" + next.write();
    }

    /** What is typed comes by post, since it may be a telephone, and goes on as ids. */
    @PostMapping
    ModelAndView ask(Actor actor, AuditForm form) {
        Answers.shown(units.of(actor));
        var mistakes = new Mistakes();
        form.criteria(mistakes);
        if (!mistakes.isEmpty()) {
            return Pages.again(VIEW, mistakes, asked(actor, form));
        }
        var viewer = form.typedViewer();
        var whose = form.typedWhose();
        var who = viewer == null
                ? null
                : Answers.shown(trail.viewer(actor, viewer)).orElse(new UUID(0, 0));
        return switch (whose == null ? Outcome.done(AuditCriteria.ANY) : trail.whose(actor, whose)) {
            case Outcome.Refused<AuditCriteria>(var refusal) -> Answers.refused(refusal, "/audit");
            case Outcome.Done<AuditCriteria>(var of) ->
                Pages.next(reasons.sealed(actor, form).path(who, of));
        };
    }

    private Map<String, @Nullable Object> asked(Actor actor, AuditForm form) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("form", form);
        model.put("words", words);
        model.put("chain", Answers.shown(chains.state(actor)));
        model.put("waiting", openAlarms(actor));
        model.put("units", Answers.shown(units.of(actor)));
        model.put("kinds", kinds());
        model.put("fields", AuditWords.FIELDS);
        return model;
    }

    private long openAlarms(Actor actor) {
        return Answers.shown(alarms.latest(actor, null)).stream()
                .filter(alarm -> alarm.finding() == null)
                .count();
    }

    private static List<String> kinds() {
        return Stream.concat(
                        Stream.of(AuditEntry.VIEWED),
                        Arrays.stream(AuditKind.values()).map(AuditKind::code))
                .toList();
    }

    /** By name who and what the rows are about: in the address they are ids. */
    private List<String> named(Actor actor, AuditCriteria criteria) {
        var ids = Stream.of(criteria.actor(), criteria.about(), criteria.subject())
                .flatMap(Stream::ofNullable)
                .toList();
        var names = trail.names(actor, ids);
        return ids.stream()
                .map(id -> names.getOrDefault(id, words.word("audit.somebody", "")))
                .toList();
    }
}
