package feiyan.menu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A county's menu as it was read.
 *
 * @param archive with what was withdrawn
 * @param open what can be ordered
 */
record MenuBook(List<Category> archive, List<Category> open, Map<ProjectId, Project> projects) {

    static MenuBook of(List<Category> archive) {
        var open = archive.stream()
                .map(MenuBook::withoutWithdrawn)
                .filter(category -> !category.projects().isEmpty())
                .toList();
        var projects = archive.stream()
                .flatMap(category -> category.projects().stream())
                .collect(Collectors.toUnmodifiableMap(Project::id, Function.identity()));
        return new MenuBook(archive, open, projects);
    }

    private static Category withoutWithdrawn(Category category) {
        var open = category.projects().stream()
                .filter(project -> !project.withdrawn())
                .toList();
        return new Category(category.code(), category.name(), open);
    }

    Optional<Project> find(ProjectId id) {
        return Optional.ofNullable(projects.get(id));
    }
}
