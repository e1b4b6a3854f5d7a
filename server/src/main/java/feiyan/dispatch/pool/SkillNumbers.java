package feiyan.dispatch.pool;

import feiyan.dispatch.engine.Skills;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The engine's numbers for a county's skills. Should there ever be more skills than numbers, the last ones have none:
 * the engine then looks at more people than it must, and the rules sort them out.
 */
final class SkillNumbers {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Set<String>, Skills> known = new ConcurrentHashMap<>();

    SkillNumbers(Collection<String> skills) {
        skills.stream().distinct().sorted().limit(Skills.MOST).forEach(skill -> numbers.put(skill, numbers.size()));
    }

    Skills of(Set<String> skills) {
        var numbered = known.get(skills);
        return numbered == null ? known.computeIfAbsent(skills, this::numbered) : numbered;
    }

    private Skills numbered(Set<String> skills) {
        var all = Skills.NONE;
        for (var skill : skills) {
            var number = numbers.get(skill);
            all = number == null ? all : all.and(number);
        }
        return all;
    }
}
