package feiyan.menu;

import java.util.List;

/** A page of the menu: a field of service with the projects that stand on it now. */
public record Category(String code, String name, List<Project> projects) {

    public Category {
        projects = List.copyOf(projects);
    }
}
