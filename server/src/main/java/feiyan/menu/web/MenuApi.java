package feiyan.menu.web;

import feiyan.menu.Category;
import feiyan.menu.Menu;
import feiyan.menu.MenuMistake;
import feiyan.menu.MenuTables;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The menu: to order from, and to keep with what was withdrawn. */
@RestController
@RequestMapping(ApiPath.V1)
class MenuApi {

    /** The first ones show what kind of mistake it is. */
    private static final int MISTAKES_SHOWN = 20;

    private final Menu menu;
    private final MenuTables tables;

    MenuApi(Menu menu, MenuTables tables) {
        this.menu = menu;
        this.tables = tables;
    }

    /** A field of service; a county has a handful, with some dozens of projects. */
    record CategoryView(String code, String name, List<ProjectView> projects) {

        static CategoryView of(Category category) {
            return new CategoryView(
                    category.code(),
                    category.name(),
                    category.projects().stream().map(ProjectView::of).toList());
        }
    }

    @Operation(summary = "The menu as one orders from it, by category", description = "Without what was withdrawn.")
    @NeedsScope("menu:read")
    @GetMapping("/menu")
    List<CategoryView> show(Actor actor) {
        return menu.categories(actor.county()).stream().map(CategoryView::of).toList();
    }

    @Operation(
            summary = "The menu with what was withdrawn; for the administrators of the center",
            description = "Only they keep the menu; everybody else reads it where they order.")
    @NeedsScope("menu:read")
    @GetMapping("/admin/menu")
    List<CategoryView> archive(Actor actor) {
        MenuPage.kept(menu, actor);
        return menu.archive(actor.county()).stream().map(CategoryView::of).toList();
    }

    record ProjectsBrought(int projects) {}

    @Operation(
            summary = "Bring in the projects with which most counties begin",
            description = "For the administrators of the center. What is there already is changed by its code.")
    @NeedsScope("menu:write")
    @PostMapping("/admin/menu/common-projects")
    Outcome<ProjectsBrought> common(Actor actor) {
        MenuPage.kept(menu, actor);
        return tables.bringCommon(actor).map(ProjectsBrought::new);
    }

    /** @param text a table, its columns as in the common projects */
    record MenuTable(String text) {}

    @Operation(
            summary = "Bring in a whole table of projects; nothing is taken away",
            description = "For the administrators of the center. What is there is changed by its code.")
    @NeedsScope("menu:write")
    @PostMapping("/admin/menu/import")
    Outcome<ProjectsBrought> bring(Actor actor, @RequestBody MenuTable table) {
        MenuPage.kept(menu, actor);
        Unprocessable.ifAny(mistakes(tables.mistakes(table.text())));
        return tables.bring(actor, table.text()).map(ProjectsBrought::new);
    }

    private static Mistakes mistakes(List<MenuMistake> wrong) {
        var mistakes = new Mistakes();
        wrong.stream()
                .limit(MISTAKES_SHOWN)
                .forEach(each -> mistakes.add("text", "menu.api.line", each.line(), each.column()));
        return mistakes;
    }
}
