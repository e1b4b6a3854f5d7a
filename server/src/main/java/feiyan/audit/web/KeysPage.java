package feiyan.audit.web;

import feiyan.audit.KeyOffice;
import feiyan.units.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys that personal data is sealed with: a new one, how far the change has come, and the end of the old one. */
@Controller
@RequestMapping("/admin/keys")
class KeysPage {

    private static final String PATH = "/admin/keys";

    private final KeyOffice keys;

    KeysPage(KeyOffice keys) {
        this.keys = keys;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        return new ModelAndView("audit/keys").addObject("state", Answers.shown(keys.state(actor)));
    }

    @PostMapping
    ModelAndView renew(Actor actor, RedirectAttributes redirect) {
        return Answers.done(keys.renew(actor), "keys.made", redirect, PATH);
    }

    @PostMapping("/{key}/retirement")
    ModelAndView retire(Actor actor, @PathVariable String key, RedirectAttributes redirect) {
        return Answers.done(keys.retire(actor, key), "keys.retired", redirect, PATH);
    }
}
