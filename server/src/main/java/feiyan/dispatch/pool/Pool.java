package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Obstacle;
import feiyan.dispatch.PlannedService;
import feiyan.dispatch.ServiceRules;
import feiyan.dispatch.engine.Candidate;
import feiyan.dispatch.engine.CandidateIndex;
import feiyan.dispatch.engine.OpenOrder;
import feiyan.dispatch.engine.Weights;
import feiyan.orders.ServiceSheet;
import feiyan.platform.Policy;
import feiyan.units.CoarsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everybody of one county who may be asked. Many read at once; what changed is put in place between them. */
public final class Pool {

    /** Whoever was never asked comes first; by id at last, since places differ from instance to instance. */
    private static final Comparator<Member> TURNS = Comparator.comparing(
                    Member::lastAsked, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(member -> member.id().value());

    private final LocalDate day;
    private final EngineTerms engine;
    private final WeekIndexes weeks;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    /** By place; null for who left. Whoever comes back has the old place. */
    private final List<@Nullable Member> members;

    private final Map<PersonId, Integer> places = new HashMap<>();
    private volatile Policy policy = Policy.standard();

    /** @param center the place of the county's center, where it has one */
    Pool(LocalDate day, @Nullable CoarsePosition center, List<Member> members) {
        this.day = day;
        this.members = new ArrayList<>(members);
        for (var member : members) {
            places.put(member.id(), places.size());
        }
        var homes = members.stream().map(Member::home).filter(Objects::nonNull).toList();
        var skills = members.stream()
                .flatMap(member -> member.skills().stream())
                .distinct()
                .toList();
        engine = new EngineTerms(Plane.of(center, homes), new SkillNumbers(skills));
        weeks = new WeekIndexes(engine);
    }

    /** The day from whose beginning it counts what was lately. */
    LocalDate day() {
        return day;
    }

    /** What the county has decided of the rules, as of the last look. */
    void policy(Policy now) {
        policy = now;
    }

    Policy policy() {
        return policy;
    }

    public Optional<Member> member(PersonId id) {
        return reading(() -> Optional.ofNullable(places.get(id)).map(members::get));
    }

    /**
     * Exactly as {@link ServiceRules} say, from memory; empty: may serve. Who is not in the pool may not, for every
     * reason there is. Of times before yesterday it knows too little. Never the judge when somebody is chosen.
     */
    public Set<Obstacle> against(PersonId id, ServiceSheet order, PlannedService service) {
        return member(id).map(member -> against(member, order, service)).orElseGet(() -> EnumSet.allOf(Obstacle.class));
    }

    private Set<Obstacle> against(Member member, ServiceSheet order, PlannedService service) {
        return ServiceRules.against(member.helper(order.id(), service, List.of()), service, policy);
    }

    /**
     * The cheapest whom the rules let serve, the cheapest first; of two alike the one whose last offer is longer ago.
     */
    List<Suggestion> cheapest(Need need, Weights weights, int most, Predicate<Member> may, Instant now) {
        return reading(() -> {
            var index = weeks.of(need.week(), weights, members);
            var order = inEngineTerms(need);
            return index
                    .cheapest(
                            order,
                            most,
                            place -> may.test(at(place))
                                    && against(at(place), need.order(), need.service())
                                            .isEmpty(),
                            (one, other) -> TURNS.compare(at(one), at(other)))
                    .stream()
                    .map(candidate -> suggestion(need, index, order, candidate, now))
                    .toList();
        });
    }

    /** One person for one order, whatever stands against it. */
    Optional<Judged> judged(Need need, Weights weights, PersonId id, Instant now) {
        return reading(() -> Optional.ofNullable(places.get(id))
                .filter(place -> members.get(place) != null)
                .map(place -> {
                    var index = weeks.of(need.week(), weights, members);
                    var order = inEngineTerms(need);
                    var candidate =
                            new Candidate(place, index.terms(order, place).sum());
                    return new Judged(
                            suggestion(need, index, order, candidate, now),
                            against(at(place), need.order(), need.service()),
                            Hushes.of(at(place), policy, now));
                }));
    }

    private Suggestion suggestion(Need need, CandidateIndex index, OpenOrder order, Candidate candidate, Instant now) {
        var terms = index.terms(order, candidate.volunteer());
        return Suggestions.of(at(candidate.volunteer()), need, terms, now);
    }

    private OpenOrder inEngineTerms(Need need) {
        return engine.order(
                0,
                need,
                need.order().headcount(),
                need.history().regular().map(this::place).orElse(OpenOrder.NOBODY),
                place(need.order().named()));
    }

    private long place(@Nullable PersonId id) {
        var place = places.get(id);
        return place == null ? OpenOrder.NOBODY : place;
    }

    private Member at(int place) {
        return Objects.requireNonNull(members.get(place), "the index suggests nobody who left");
    }

    /** Everybody as they are at this moment, by their id. */
    List<Member> snapshot() {
        return reading(() -> Member.present(members));
    }

    EngineTerms engine() {
        return engine;
    }

    /** These are now as they are here; who is not here has left. */
    void refresh(Collection<PersonId> touched, Collection<Member> now) {
        lock.writeLock().lock();
        try {
            var found = new HashMap<PersonId, Member>();
            now.forEach(member -> found.put(member.id(), member));
            touched.forEach(id -> put(id, found.get(id)));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void put(PersonId id, @Nullable Member now) {
        var place = places.get(id);
        if (place == null && now == null) {
            return;
        }
        if (place == null) {
            place = members.size();
            places.put(id, place);
            members.add(now);
        } else if (Objects.equals(members.set(place, now), now)) {
            return;
        }
        weeks.changed(place, now);
    }

    private <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
