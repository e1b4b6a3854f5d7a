package feiyan.demo;

import feiyan.menu.Project;
import feiyan.volunteers.WeekHours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What volunteers can do and when: more of them where more is asked for. */
final class VolunteerTraits {

    /** So that the story can be played whenever somebody starts the demo. */
    static final WeekHours ALWAYS = on(day -> true, 0, 24);

    private static final List<WeekHours> HABITS = List.of(
            on(day -> true, 8, 18),
            on(day -> day < 6, 8, 17),
            on(day -> day >= 6, 8, 18),
            on(day -> true, 8, 12),
            on(day -> true, 13, 19));

    private final Luck luck;
    /** Each skill once, and once more for each need that asks for it. */
    private final List<String> wanted = new ArrayList<>();

    private final Map<String, Set<String>> certificates = new TreeMap<>();

    VolunteerTraits(List<Project> menu, Luck luck) {
        this.luck = luck;
        var asked = DemoWords.needs().stream().map(DemoWords.Need::project).toList();
        for (var project : menu) {
            wanted.add(project.skill());
            asked.stream().filter(project.code()::equals).forEach(_ -> wanted.add(project.skill()));
            if (project.qualification() != null) {
                certificates
                        .computeIfAbsent(project.skill(), _ -> new TreeSet<>())
                        .add(project.qualification());
            }
        }
    }

    Set<String> skills() {
        var skills = new TreeSet<String>();
        int many = luck.between(2, 4);
        while (skills.size() < many) {
            skills.add(luck.oneOf(wanted));
        }
        return skills;
    }

    /** Most who can do what takes a certificate have one. */
    Set<String> certificates(Collection<String> skills) {
        var held = new TreeSet<String>();
        for (var skill : skills) {
            if (certificates.containsKey(skill) && luck.percent(80)) {
                held.addAll(certificates.getOrDefault(skill, Set.of()));
            }
        }
        return held;
    }

    WeekHours freeHours() {
        return luck.oneOf(HABITS);
    }

    private static WeekHours on(Predicate<Integer> days, int from, int to) {
        var hours = WeekHours.NONE;
        for (var day : DayOfWeek.values()) {
            hours = days.test(day.getValue()) ? hours.with(day, from, to) : hours;
        }
        return hours;
    }
}
