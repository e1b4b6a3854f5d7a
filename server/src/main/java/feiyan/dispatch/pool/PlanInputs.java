package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Planning;
import feiyan.dispatch.engine.Weights;
import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.platform.Policy;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a plan is made of, as it was at one moment.
 *
 * @param people of the unit's subtree who have a skill that is asked for, or without it make another dearer by having
 *     come before or by being wished for; and who is tied to an order. Who was not asked longest stands first, and so
 *     gets the seat where two cost the same
 * @param wishes by time, then by order
 */
record PlanInputs(
        EngineTerms engine,
        Policy policy,
        Weights weights,
        List<Member> people,
        List<Wish> wishes,
        PlanMaker.Ties ties,
        Instant now) {

    /** An order with what was before. */
    record Wish(PlanMaker.Wanted wanted, Need need) {

        static Wish of(PlanMaker.Wanted wanted, Map<ProjectId, Project> projects, History history) {
            var order = wanted.order();
            var project = Objects.requireNonNull(
                    projects.get(Objects.requireNonNull(order.project(), "approved with a project")));
            return new Wish(wanted, new Need(order, Planning.service(project, order, wanted.time()), history));
        }

        OrderId id() {
            return wanted.order().id();
        }
    }

    private static final Comparator<Member> LONGEST_NOT_ASKED = Comparator.comparing(
                    Member::lastAsked, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(member -> member.id().value());

    static PlanInputs of(
            Pool pool, Set<UnitId> units, Weights weights, List<Wish> wishes, PlanMaker.Ties ties, Instant now) {
        var tied = Stream.concat(ties.pinned().stream(), ties.asked().stream())
                .map(PlanMaker.Pairing::volunteer)
                .collect(Collectors.toSet());
        var wanted = AskedFor.of(wishes);
        var people = pool.snapshot().stream()
                .filter(member -> tied.contains(member.id())
                        || (wanted.comesIntoQuestion(member) && units.contains(member.unit())))
                .sorted(LONGEST_NOT_ASKED)
                .toList();
        var inOrder = wishes.stream()
                .sorted(Comparator.comparing((Wish wish) -> wish.wanted().time().from())
                        .thenComparing(wish -> wish.id().value()))
                .toList();
        return new PlanInputs(pool.engine(), pool.policy(), weights, people, inOrder, ties, now);
    }

    /** Skills that are asked for, and who makes another dearer by having come before or by being wished for. */
    private record AskedFor(Set<String> skills, Set<PersonId> people) {

        static AskedFor of(List<Wish> wishes) {
            return new AskedFor(
                    wishes.stream().map(wish -> wish.need().service().skill()).collect(Collectors.toSet()),
                    wishes.stream()
                            .flatMap(wish -> Stream.concat(
                                    wish.need().history().regular().stream(),
                                    Stream.ofNullable(wish.wanted().order().named())))
                            .collect(Collectors.toSet()));
        }

        boolean comesIntoQuestion(Member member) {
            return member.hasOneOf(skills) || people.contains(member.id());
        }
    }

    boolean isAsked(OrderId order, PersonId volunteer) {
        return ties.asked().contains(new PlanMaker.Pairing(order, volunteer));
    }

    boolean isPinned(OrderId order, PersonId volunteer) {
        return ties.pinned().contains(new PlanMaker.Pairing(order, volunteer));
    }
}
