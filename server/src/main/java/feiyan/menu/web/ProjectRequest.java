package feiyan.menu.web;

import org.jspecify.annotations.Nullable;

/**
 * A project as it is written down; checked as the page's form is.
 *
 * @param code two letters of the category, then a number; the project's name for good
 */
record ProjectRequest(
        @Nullable String code,
        String name,
        String skill,
        int minutes,
        int headcount,
        @Nullable Boolean remote,
        @Nullable String qualification,
        @Nullable Boolean hazardous,
        @Nullable Boolean confidential) {

    ProjectForm form() {
        return new ProjectForm(
                code,
                name,
                skill,
                Integer.toString(minutes),
                Integer.toString(headcount),
                remote,
                qualification,
                hazardous,
                confidential);
    }
}
