package feiyan.dispatch.pool;

import feiyan.dispatch.Obstacle;
import feiyan.dispatch.PlannedService;
import feiyan.dispatch.ServiceRules;
import feiyan.platform.Policy;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells of an order why it lacks people, or of many orders. */
final class Lacks {

    /** Those farther away say little of what is missing here. */
    private static final int NEARBY = 50;

    private final Map<String, List<Member>> bySkill = new HashMap<>();
    private final List<Member> people;
    private final Policy policy;

    /** @param people who come into question by where they are registered */
    Lacks(List<Member> people, Policy policy) {
        this.people = people;
        this.policy = policy;
    }

    Lack of(Need need) {
        var nearby = nearest(need.service()).toList();
        Map<Obstacle, Integer> against = new EnumMap<>(Obstacle.class);
        for (var member : nearby) {
            var helper = member.helper(need.order().id(), need.service(), List.of());
            ServiceRules.against(helper, need.service(), policy)
                    .forEach(obstacle -> against.merge(obstacle, 1, Integer::sum));
        }
        return new Lack(nearby.size(), against);
    }

    private Stream<Member> nearest(PlannedService service) {
        var skilled = bySkill.computeIfAbsent(
                service.skill(),
                skill -> people.stream()
                        .filter(member -> member.skills().contains(skill))
                        .toList());
        record Away(Member member, int metres) {}
        return skilled.stream()
                .map(member -> new Away(member, Objects.requireNonNullElse(member.metresTo(service), 0)))
                .sorted(Comparator.comparingInt(Away::metres))
                .limit(NEARBY)
                .map(Away::member);
    }
}
