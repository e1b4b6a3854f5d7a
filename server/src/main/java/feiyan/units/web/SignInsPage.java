package feiyan.units.web;

import feiyan.accounts.Phone;
import feiyan.accounts.Recognised;
import feiyan.accounts.SignInsBecause;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.units.Actor;
import feiyan.units.ResidentSignIns;
import feiyan.units.Role;
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
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody stands here whose phone is gone and signed in: by their number they are signed out everywhere. */
@Controller
@RequestMapping("/admin/sign-ins")
class SignInsPage {

    private static final String VIEW = "units/sign-ins";
    private static final String PATH = "/admin/sign-ins";

    private final ResidentSignIns signIns;
    private final MessageSource messages;

    SignInsPage(ResidentSignIns signIns, MessageSource messages) {
        this.signIns = signIns;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView ask(Actor actor) {
        if (!actor.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("no administrator");
        }
        return new ModelAndView(VIEW, model("", null, null));
    }

    @PostMapping
    ModelAndView end(
            Actor actor,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(required = false) @Nullable SignInsBecause why,
            @RequestParam(required = false) @Nullable Recognised recognised,
            RedirectAttributes redirect) {
        var page = new ModelAndView(VIEW, model(phone, why, recognised));
        if (why == null || recognised == null) {
            return Pages.again(VIEW, missing(why, recognised), model(phone, why, recognised));
        }
        return switch (Phone.parseMobile(phone)) {
            case Refused<Phone>(var refusal) -> Answers.again(page, "phone", refusal);
            case Done<Phone>(var number) -> answer(signIns.end(actor, number, why, recognised), redirect);
        };
    }

    private static ModelAndView answer(Outcome<Integer> ended, RedirectAttributes redirect) {
        var notice = ended.equals(Outcome.done(0)) ? "units.sign_ins.none" : "units.sign_ins.done";
        return Answers.done(ended, notice, redirect, PATH);
    }

    private static Mistakes missing(@Nullable SignInsBecause why, @Nullable Recognised recognised) {
        var mistakes = new Mistakes();
        if (why == null) {
            mistakes.add("why", "units.lost.why.missing");
        }
        return recognised == null ? mistakes.add("recognised", "units.lost.recognised.missing") : mistakes;
    }

    private Map<String, @Nullable Object> model(
            String phone, @Nullable SignInsBecause why, @Nullable Recognised recognised) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("phone", phone);
        model.put("why", why == null ? null : why.name());
        model.put("recognised", recognised == null ? null : recognised.name());
        model.put("reasons", choices(SignInsBecause.values(), each -> "units." + each.code()));
        model.put("ways", choices(Recognised.values(), each -> "units.lost." + each.code()));
        return model;
    }

    private <E extends Enum<E>> List<Choice> choices(E[] values, Function<E, String> key) {
        var language = LocaleContextHolder.getLocale();
        return Stream.of(values)
                .map(value -> new Choice(value.name(), messages.getMessage(key.apply(value), null, language), null))
                .toList();
    }
}
