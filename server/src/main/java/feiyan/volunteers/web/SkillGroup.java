package feiyan.volunteers.web;

import feiyan.menu.Category;
import feiyan.menu.Project;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Skills to tick, as a category of the menu asks for them.
 *
 * @param name of the category; empty for skills that nothing on the menu asks for
 */
record SkillGroup(String name, List<String> skills) {

    /** Each skill once, where the menu names it first; what somebody else can do besides is not lost. */
    static List<SkillGroup> of(List<Category> menu, Collection<String> held) {
        var shown = new LinkedHashSet<String>();
        var groups = new ArrayList<SkillGroup>();
        for (var category : menu) {
            add(
                    groups,
                    category.name(),
                    shown,
                    category.projects().stream().map(Project::skill).toList());
        }
        add(groups, "", shown, held);
        return groups;
    }

    private static void add(List<SkillGroup> groups, String name, Set<String> shown, Collection<String> skills) {
        var fresh = skills.stream().distinct().filter(shown::add).toList();
        if (!fresh.isEmpty()) {
            groups.add(new SkillGroup(name, fresh));
        }
    }

    /** The certificates that something on the menu asks for. */
    static SortedSet<String> certificates(List<Category> menu) {
        var kinds = new TreeSet<String>();
        for (var category : menu) {
            for (var project : category.projects()) {
                var kind = project.qualification();
                if (kind != null) {
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }
}
