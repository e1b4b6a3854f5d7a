package feiyan.menu.web;

import feiyan.menu.Menu;
import feiyan.menu.MenuMistake;
import feiyan.menu.MenuTables;
import feiyan.platform.FileText;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The menu as its keepers see it: by category, with what was withdrawn, and whole tables that come in. */
@Controller
@RequestMapping("/admin/menu")
class MenuPage {

    static final String PATH = "/admin/menu";

    /** More would be scrolled past: the first ones show what kind of mistake it is. */
    private static final int MISTAKES_SHOWN = 20;

    private final Menu menu;
    private final MenuTables tables;

    MenuPage(Menu menu, MenuTables tables) {
        this.menu = menu;
        this.tables = tables;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        kept(menu, actor);
        return new ModelAndView("menu/menu").addObject("categories", menu.archive(actor.county()));
    }

    /** The menu's pages are for its keepers; everybody else reads it where they order. */
    static void kept(Menu menu, Actor actor) {
        if (!menu.keeps(actor)) {
            throw new AccessDeniedException("no administrator of the center");
        }
    }

    @PostMapping("/common-projects")
    ModelAndView common(Actor actor, RedirectAttributes redirect) {
        kept(menu, actor);
        return brought(tables.bringCommon(actor), redirect);
    }

    @PostMapping("/import")
    ModelAndView bring(
            Actor actor,
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes redirect)
            throws IOException {
        var csv = file == null || file.isEmpty()
                ? text
                : FileText.of(file.getBytes()).orElse("");
        if (csv.isBlank()) {
            var nothing = new Mistakes().add("file", "menu.import.none_given");
            return Pages.again("menu/menu", nothing, show(actor).getModel());
        }
        var wrong = tables.mistakes(csv);
        return wrong.isEmpty() ? brought(tables.bring(actor, csv), redirect) : again(actor, csv, wrong);
    }

    private ModelAndView again(Actor actor, String csv, List<MenuMistake> wrong) {
        var page = show(actor)
                .addObject("text", csv)
                .addObject("wrong", wrong.size())
                .addObject("shown", wrong.stream().limit(MISTAKES_SHOWN).toList());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView brought(Outcome<Integer> outcome, RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done<Integer>(var projects) -> {
                Notice.done("menu.import.done", projects).on(redirect);
                yield Pages.next(PATH);
            }
            case Outcome.Refused<Integer>(var refusal) -> Pages.refused(refusal, PATH);
        };
    }
}
