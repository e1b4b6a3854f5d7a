package feiyan.menu.web;

import feiyan.menu.Project;
import feiyan.menu.ProjectDraft;
import feiyan.web.Mistakes;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A project as it was typed; a tick that was not set is not sent at all. */
record ProjectForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String skill,
        @Nullable String minutes,
        @Nullable String headcount,
        @Nullable Boolean remote,
        @Nullable String qualification,
        @Nullable Boolean hazardous,
        @Nullable Boolean confidential) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    static ProjectForm coded(String code) {
        return new ProjectForm(code, "", "", "60", "1", false, "", false, false);
    }

    static ProjectForm of(Project project) {
        return new ProjectForm(
                project.code(),
                project.name(),
                project.skill(),
                Integer.toString(project.minutes()),
                Integer.toString(project.headcount()),
                project.remote(),
                project.qualification(),
                project.hazardous(),
                project.confidential());
    }

    ProjectForm with(String itsCode) {
        return new ProjectForm(
                itsCode, name, skill, minutes, headcount, remote, qualification, hazardous, confidential);
    }

    Mistakes mistakes() {
        var mistakes = new Mistakes();
        if (!ProjectDraft.CODE.matcher(typedCode()).matches()) {
            mistakes.add("code", "menu.mistake.code");
        }
        if (text(name).isEmpty()) {
            mistakes.add("name", "menu.mistake.name");
        }
        if (text(skill).isEmpty()) {
            mistakes.add("skill", "menu.mistake.skill");
        }
        if (!within(minutes, ProjectDraft.MIN_MINUTES, ProjectDraft.MAX_MINUTES)) {
            mistakes.add("minutes", "menu.mistake.minutes", ProjectDraft.MIN_MINUTES, ProjectDraft.MAX_MINUTES);
        }
        if (!within(headcount, 1, ProjectDraft.MAX_HEADCOUNT)) {
            mistakes.add("headcount", "menu.mistake.headcount", ProjectDraft.MAX_HEADCOUNT);
        }
        return mistakes;
    }

    /** Only of a form without mistakes. */
    ProjectDraft draft() {
        return new ProjectDraft(
                typedCode(),
                text(name),
                text(skill),
                Integer.parseInt(text(minutes)),
                Integer.parseInt(text(headcount)),
                ticked(remote),
                qualification,
                ticked(hazardous),
                ticked(confidential));
    }

    private static boolean ticked(@Nullable Boolean tick) {
        return tick != null && tick;
    }

    private String typedCode() {
        return text(code).toUpperCase(Locale.ROOT);
    }

    private static boolean within(@Nullable String typed, int least, int most) {
        var text = text(typed);
        return NUMBER.matcher(text).matches() && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
