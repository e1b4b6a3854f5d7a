package feiyan.units.web;

import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.units.Foundings;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first page of a county, behind the link that the console shows. */
@Controller
class FoundingPage {

    private final Foundings foundings;

    FoundingPage(Foundings foundings) {
        this.foundings = foundings;
    }

    @GetMapping("/founding/{token}")
    ModelAndView ask(@PathVariable String token) {
        return foundings.isOpen(token)
                ? page(token, FoundingForm.empty())
                : Pages.refused(Refusal.of("founding.link_ended"), "/");
    }

    private static ModelAndView page(String token, FoundingForm form) {
        return new ModelAndView("units/founding", Map.of("token", token, "form", form));
    }

    @PostMapping("/founding/{token}")
    ModelAndView found(@PathVariable String token, FoundingForm form, RedirectAttributes redirect) {
        return switch (form.read().then(founding -> foundings.found(token, founding))) {
            case Done<Foundings.Founded> done -> {
                Notice.done("units.founding.done").on(redirect);
                yield Pages.next("/staff/sign-in?next=/admin");
            }
            case Refused<Foundings.Founded>(var refusal) ->
                refusal.code().equals("founding.link_ended")
                        ? Pages.refused(refusal, "/")
                        : Answers.again(page(token, form), FoundingForm.fieldOf(refusal.code()), refusal);
        };
    }
}
