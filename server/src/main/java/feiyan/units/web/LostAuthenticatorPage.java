package feiyan.units.web;

import feiyan.accounts.LostBecause;
import feiyan.accounts.PersonId;
import feiyan.accounts.Recognised;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.units.Actor;
import feiyan.units.StaffAuthenticators;
import feiyan.web.Choice;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A colleague whose phone with the authenticator is gone: an administrator says why, and how they knew who asked. */
@Controller
@RequestMapping("/admin/staff/{person}/lost-authenticator")
class LostAuthenticatorPage {

    private static final String VIEW = "units/lost-authenticator";
    private static final String BACK = "/admin/staff";

    private final StaffAuthenticators authenticators;
    private final MessageSource messages;

    LostAuthenticatorPage(StaffAuthenticators authenticators, MessageSource messages) {
        this.authenticators = authenticators;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView ask(Actor actor, @PathVariable PersonId person) {
        return switch (authenticators.of(actor, person)) {
            case Done<StaffAuthenticators.Of>(var of) -> new ModelAndView(VIEW, model(of, null, null));
            case Refused<StaffAuthenticators.Of>(var refusal) -> Answers.refused(refusal, BACK);
        };
    }

    @PostMapping
    ModelAndView forget(
            Actor actor,
            @PathVariable PersonId person,
            @RequestParam(required = false) @Nullable LostBecause why,
            @RequestParam(required = false) @Nullable Recognised recognised,
            RedirectAttributes redirect) {
        return switch (authenticators.of(actor, person)) {
            case Done<StaffAuthenticators.Of>(var of) ->
                why == null || recognised == null
                        ? Pages.again(VIEW, missing(why, recognised), model(of, why, recognised))
                        : Answers.done(
                                authenticators.forget(actor, person, why, recognised),
                                "units.lost.done",
                                redirect,
                                BACK);
            case Refused<StaffAuthenticators.Of>(var refusal) -> Answers.refused(refusal, BACK);
        };
    }

    private static Mistakes missing(@Nullable LostBecause why, @Nullable Recognised recognised) {
        var mistakes = new Mistakes();
        if (why == null) {
            mistakes.add("why", "units.lost.why.missing");
        }
        return recognised == null ? mistakes.add("recognised", "units.lost.recognised.missing") : mistakes;
    }

    private Map<String, @Nullable Object> model(
            StaffAuthenticators.Of of, @Nullable LostBecause why, @Nullable Recognised recognised) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("of", of);
        model.put("why", why == null ? null : why.name());
        model.put("recognised", recognised == null ? null : recognised.name());
        model.put("reasons", choices(LostBecause.values(), LostBecause::code));
        model.put("ways", choices(Recognised.values(), Recognised::code));
        return model;
    }

    private <E extends Enum<E>> List<Choice> choices(E[] values, Function<E, String> code) {
        var language = LocaleContextHolder.getLocale();
        return Stream.of(values)
                .map(value -> new Choice(
                        value.name(), messages.getMessage("units.lost." + code.apply(value), null, language), null))
                .toList();
    }
}
