package feiyan.menu.web;

import feiyan.menu.Category;
import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One project of the menu: added, changed, withdrawn. */
@Controller
@RequestMapping("/admin/menu/projects")
class ProjectPage {

    private final Menu menu;

    ProjectPage(Menu menu) {
        this.menu = menu;
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor, @RequestParam String category) {
        MenuPage.kept(menu, actor);
        var within = menu.archive(actor.county()).stream()
                .filter(known -> known.code().equals(category))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("menu/new-project").addObject("form", ProjectForm.coded(nextCode(within)));
    }

    /** The number after the highest, so that a withdrawn project's code is not taken by another. */
    private static String nextCode(Category category) {
        int highest = category.projects().stream()
                .mapToInt(project -> Integer.parseInt(project.code().substring(2)))
                .max()
                .orElse(0);
        return "%s%02d".formatted(category.code(), highest + 1);
    }

    @PostMapping
    ModelAndView add(Actor actor, @ModelAttribute("form") ProjectForm form, RedirectAttributes redirect) {
        MenuPage.kept(menu, actor);
        var page = new ModelAndView("menu/new-project").addObject("form", form);
        var mistakes = form.mistakes();
        if (!mistakes.isEmpty()) {
            return Pages.again("menu/new-project", mistakes, page.getModel());
        }
        return switch (menu.addNew(actor, form.draft())) {
            case Outcome.Refused<ProjectId>(var refusal) -> {
                var code = new Mistakes()
                        .add("code", "refusal." + refusal.code(), refusal.args().toArray());
                yield Pages.again("menu/new-project", code, page.getModel());
            }
            case Outcome.Done<ProjectId> done -> to(done, "menu.project.added", redirect);
        };
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, @PathVariable ProjectId id) {
        var project = found(actor, id);
        return page(project, ProjectForm.of(project));
    }

    private Project found(Actor actor, ProjectId id) {
        MenuPage.kept(menu, actor);
        return menu.find(actor.county(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView page(Project project, ProjectForm form) {
        return new ModelAndView("menu/project").addObject("project", project).addObject("form", form);
    }

    /** Also brings back what was withdrawn. */
    @PostMapping("/{id}")
    ModelAndView change(
            Actor actor,
            @PathVariable ProjectId id,
            @ModelAttribute("form") ProjectForm typed,
            RedirectAttributes redirect) {
        var project = found(actor, id);
        var form = typed.with(project.code());
        var mistakes = form.mistakes();
        return mistakes.isEmpty()
                ? to(menu.change(actor, id, form.draft()), "menu.project.changed", redirect)
                : Pages.again("menu/project", mistakes, page(project, form).getModel());
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable ProjectId id, RedirectAttributes redirect) {
        found(actor, id);
        return to(menu.withdraw(actor, id), "menu.project.withdrawn", redirect);
    }

    private static ModelAndView to(Outcome<ProjectId> outcome, String done, RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done<ProjectId> _ -> {
                Notice.done(done).on(redirect);
                yield Pages.next(MenuPage.PATH);
            }
            case Outcome.Refused<ProjectId>(var refusal) -> Pages.refused(refusal, MenuPage.PATH);
        };
    }
}
