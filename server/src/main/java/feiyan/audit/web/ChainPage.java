package feiyan.audit.web;

import feiyan.audit.AuditChains;
import feiyan.audit.Verdict;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The chain itself: looking through it, its ends to print and keep elsewhere, and comparing what was printed. */
@Controller
@RequestMapping("/audit/chain")
class ChainPage {

    private static final String VIEW = "audit/chain";

    private final AuditChains chains;

    ChainPage(AuditChains chains) {
        this.chains = chains;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        return new ModelAndView(VIEW, model(actor));
    }

    /** Changes nothing but that it is written down; the answer is the page itself. */
    @PostMapping("/verification")
    ModelAndView verify(Actor actor) {
        var verdict = Answers.shown(chains.verify(actor));
        return new ModelAndView(VIEW, model(actor))
                .addObject("sound", verdict instanceof Verdict.Sound ? verdict : null)
                .addObject("broken", verdict instanceof Verdict.Broken ? verdict : null);
    }

    @PostMapping("/comparison")
    ModelAndView compare(
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code) {
        var model = model(actor);
        model.put("number", number);
        model.put("code", code);
        if (!number.strip().matches("[0-9]{1,15}")) {
            return Pages.again(VIEW, new Mistakes().add("number", "audit.compare.number.wrong"), model);
        }
        var same = Answers.shown(chains.compare(actor, Long.parseLong(number.strip()), code));
        model.put("compared", same.map(yes -> yes ? "same" : "other").orElse("gone"));
        return new ModelAndView(VIEW, model);
    }

    @GetMapping("/days.csv")
    ResponseEntity<byte[]> days(Actor actor) {
        var rows = Answers.shown(chains.days(actor)).stream()
                .map(day -> AuditCsv.row(
                        Stream.of(day.day().toString(), Long.toString(day.seq()), day.code())))
                .collect(Collectors.joining());
        return AuditExportPage.file("audit-days.csv", rows);
    }

    private Map<String, @Nullable Object> model(Actor actor) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("chain", Answers.shown(chains.state(actor)));
        model.put("days", Answers.shown(chains.days(actor)).stream().limit(31).toList());
        model.put("number", "");
        model.put("code", "");
        return model;
    }
}
