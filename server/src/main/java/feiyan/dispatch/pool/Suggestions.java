package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.DispatchWeights;
import feiyan.dispatch.Planning;
import feiyan.dispatch.engine.Terms;
import feiyan.dispatch.engine.Weights;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Whom to ask for an order: the engine's answer, from memory. */
@Component
public class Suggestions {

    private final Pools pools;
    private final Planning planning;
    private final Histories histories;
    private final Reaches reaches;
    private final InstantSource clock;

    Suggestions(Pools pools, Planning planning, Histories histories, Reaches reaches, InstantSource clock) {
        this.pools = pools;
        this.planning = planning;
        this.histories = histories;
        this.reaches = reaches;
        this.clock = clock;
    }

    /**
     * The cheapest feasible people within the unit's subtree who may be asked now, cheapest first, equals: longest not
     * asked first. Not those whose order it is, and not those who have been asked for it, or said no.
     */
    public List<Suggestion> best(CountyId county, UnitId within, ServiceSheet order, Slot time, int most) {
        var pool = pools.of(county);
        var now = clock.instant();
        var need = need(county, order, time);
        return pool.cheapest(need, weights(pool), most, comeInto(pool, county, within, need, now), now);
    }

    private Predicate<Member> comeInto(Pool pool, CountyId county, UnitId within, Need need, Instant now) {
        var units = reaches.of(county, within);
        return member -> units.contains(member.unit())
                && !need.history().leavesOut(member.id())
                && Hushes.of(member, pool.policy(), now).isEmpty();
    }

    /** One person: the suggestion as it would be, what stands against (rules) and hushes. Empty: no volunteer. */
    public Optional<Judged> judge(CountyId county, ServiceSheet order, Slot time, PersonId volunteer) {
        var pool = pools.of(county);
        return pool.judged(need(county, order, time), weights(pool), volunteer, clock.instant());
    }

    /** Why too few: of the nearest who have the skill, how many each obstacle stands against. */
    public Lack lack(CountyId county, UnitId within, ServiceSheet order, Slot time) {
        var pool = pools.of(county);
        var units = reaches.of(county, within);
        var people = pool.snapshot().stream()
                .filter(member -> units.contains(member.unit()))
                .toList();
        return new Lacks(people, pool.policy()).of(need(county, order, time));
    }

    private Need need(CountyId county, ServiceSheet order, Slot time) {
        var service = planning.at(county, order, time);
        return new Need(
                order, service, histories.of(county, List.of(order.id())).getOrDefault(order.id(), History.NONE));
    }

    private static Weights weights(Pool pool) {
        return DispatchWeights.of(pool.policy());
    }

    static Suggestion of(Member member, Need need, Terms terms, Instant now) {
        return new Suggestion(
                member.id(),
                member.metresTo(need.service()),
                terms,
                terms.sum(),
                need.history().visitsOf(member.id()),
                member.bookedIn(need.week()),
                member.asked(now));
    }
}
