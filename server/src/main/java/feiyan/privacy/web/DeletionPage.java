package feiyan.privacy.web;

import feiyan.accounts.Proof;
import feiyan.privacy.Deletions;
import feiyan.units.Actor;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Being forgotten: what goes, what stays and why, what must end first; then some days to think better of it. */
@Controller
@RequestMapping("/my-data/deletion")
class DeletionPage {

    private static final String PATH = "/my-data/deletion";

    private final Deletions deletions;
    private final Proof proof;

    DeletionPage(Deletions deletions, Proof proof) {
        this.deletions = deletions;
        this.proof = proof;
    }

    @GetMapping
    ModelAndView explain(Actor actor) {
        var page = new ModelAndView("privacy/deletion")
                .addObject("running", deletions.running(actor))
                .addObject("days", deletions.days(actor));
        deletions.open(actor).ifPresent(open -> page.addObject("deletion", open));
        return page;
    }

    @PostMapping
    ModelAndView ask(Actor actor, HttpServletRequest request, RedirectAttributes redirect) {
        return proof.isFresh(request)
                ? Told.done(deletions.ask(actor), "mydata.deletion.asked", redirect, PATH)
                : Pages.next("/my-data/proof?next=" + PATH);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(Actor actor, RedirectAttributes redirect) {
        return Told.done(deletions.withdraw(actor), "mydata.deletion.withdrawn", redirect, PATH);
    }
}
