package feiyan.loop.walk;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.orders.Channel;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.volunteers.TeamId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the two counties with everybody in it, and who may do what there by the domain's own words, not by the
 * product's.
 *
 * @param up of each unit itself and those above it, the lowest first
 * @param desks clerks and dispatchers of all tiers
 * @param watchers who hold a post that serves nobody: administrators, auditors
 * @param homes the station of each household
 * @param phones of those who may be asked by number
 */
record Town(
        CountyId county,
        Map<UnitId, List<UnitId>> up,
        List<UnitId> stations,
        Actor administrator,
        List<Actor> desks,
        List<Actor> watchers,
        List<Actor> households,
        List<Actor> children,
        List<Actor> helpers,
        Map<PersonId, UnitId> homes,
        Map<PersonId, String> phones,
        List<TeamId> teams,
        List<ProjectId> projects,
        Map<UUID, Actor> people) {

    List<Actor> everybody() {
        return List.copyOf(people.values());
    }

    List<Actor> person(@Nullable UUID id) {
        return id == null || !people.containsKey(id) ? List.of() : List.of(people.get(id));
    }

    List<Actor> person(@Nullable PersonId id) {
        return id == null ? List.of() : person(id.value());
    }

    /** Staff of the unit that has the order or above it; of a confidential one that unit's alone. */
    List<Actor> inCharge(Facts order) {
        return order.confidential() ? at(List.of(order.unit())) : at(above(order.unit()));
    }

    /** Staff of the very units that have it or dispatch it. */
    List<Actor> handlers(Facts order) {
        return at(order.dispatching() == null ? List.of(order.unit()) : List.of(order.unit(), order.dispatching()));
    }

    List<Actor> over(UnitId unit) {
        return at(above(unit));
    }

    /** Who asked for it; where a swallow volunteer wrote it down, they too, unless it is confidential. */
    List<Actor> askers(Facts order) {
        boolean hasProxy = order.channel() == Channel.SWALLOW && !order.confidential();
        var proxy = hasProxy ? person(order.placedBy()) : List.<Actor>of();
        return both(person(order.requester()), proxy);
    }

    List<UnitId> above(UnitId unit) {
        return up.getOrDefault(unit, List.of());
    }

    List<Actor> at(Collection<UnitId> units) {
        return desks.stream()
                .filter(actor -> Arrays.stream(actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                        .anyMatch(unit -> units.contains(new UnitId(unit))))
                .toList();
    }

    static List<Actor> both(List<Actor> some, List<Actor> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
