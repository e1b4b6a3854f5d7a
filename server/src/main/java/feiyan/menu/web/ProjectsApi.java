package feiyan.menu.web;

import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One project of the menu: added, changed, withdrawn, by the administrators of the center. */
@RestController
@RequestMapping(ApiPath.V1 + "/admin/menu/projects")
class ProjectsApi {

    private final Menu menu;

    ProjectsApi(Menu menu) {
        this.menu = menu;
    }

    record ProjectKept(UUID project) {

        static ProjectKept of(ProjectId project) {
            return new ProjectKept(project.value());
        }
    }

    @Operation(
            summary = "Add a project to the menu",
            description = "For the administrators of the center. Refused where another project has the code.")
    @NeedsScope("menu:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<ProjectKept> add(Actor actor, @RequestBody ProjectRequest request) {
        MenuPage.kept(menu, actor);
        var form = request.form();
        Unprocessable.ifAny(form.mistakes());
        return menu.addNew(actor, form.draft()).map(ProjectKept::of);
    }

    @Operation(
            summary = "One project, also when it was withdrawn",
            description = "For the administrators of the center.")
    @NeedsScope("menu:read")
    @GetMapping("/{id}")
    Optional<ProjectView> show(Actor actor, @PathVariable ProjectId id) {
        return found(actor, id).map(ProjectView::of);
    }

    private Optional<Project> found(Actor actor, ProjectId id) {
        MenuPage.kept(menu, actor);
        return menu.find(actor.county(), id);
    }

    @Operation(
            summary = "Change a project; also brings back what was withdrawn. Its code stays",
            description = "For the administrators of the center.")
    @NeedsScope("menu:write")
    @PostMapping("/{id}")
    Outcome<ProjectKept> change(Actor actor, @PathVariable ProjectId id, @RequestBody ProjectRequest request) {
        var project = found(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = request.form().with(project.code());
        Unprocessable.ifAny(form.mistakes());
        return menu.change(actor, id, form.draft()).map(ProjectKept::of);
    }

    @Operation(
            summary = "Take a project off the menu; orders placed before go on",
            description = "For the administrators of the center.")
    @NeedsScope("menu:write")
    @PostMapping("/{id}/withdrawal")
    Outcome<ProjectKept> withdraw(Actor actor, @PathVariable ProjectId id) {
        MenuPage.kept(menu, actor);
        return menu.withdraw(actor, id).map(ProjectKept::of);
    }
}
