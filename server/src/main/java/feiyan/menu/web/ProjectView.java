package feiyan.menu.web;

import feiyan.menu.Project;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service that can be ordered, with what it takes.
 *
 * @param qualification the certificate without which nobody may serve here
 */
record ProjectView(
        UUID id,
        String code,
        String category,
        String name,
        String skill,
        int minutes,
        int headcount,
        boolean remote,
        @Nullable String qualification,
        boolean hazardous,
        boolean confidential,
        boolean withdrawn) {

    static ProjectView of(Project project) {
        return new ProjectView(
                project.id().value(),
                project.code(),
                project.category(),
                project.name(),
                project.skill(),
                project.minutes(),
                project.headcount(),
                project.remote(),
                project.qualification(),
                project.hazardous(),
                project.confidential(),
                project.withdrawn());
    }
}
