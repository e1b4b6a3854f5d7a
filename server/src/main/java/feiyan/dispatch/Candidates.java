package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.dispatch.pool.Judged;
import feiyan.dispatch.pool.Lack;
import feiyan.dispatch.pool.Suggestions;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import feiyan.volunteers.Pauses;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who could serve an order at a time, and what stands against others. Within the subtree of the unit that dispatches.
 */
@Component
public class Candidates {

    /** More than a dispatcher reads through before lunch. */
    private static final int PEOPLE_AT_MOST = 20;

    private final JdbcClient db;
    private final HelperRows helpers;
    private final Planning planning;
    private final Suggestions suggestions;
    private final AbleTeams teams;
    private final Pauses pauses;

    Candidates(
            JdbcClient db,
            HelperRows helpers,
            Planning planning,
            Suggestions suggestions,
            AbleTeams teams,
            Pauses pauses) {
        this.db = db;
        this.helpers = helpers;
        this.planning = planning;
        this.suggestions = suggestions;
        this.teams = teams;
        this.pauses = pauses;
    }

    /** The best who have nothing against them and may be asked now. */
    public List<Judged> best(Actor actor, ServiceSheet order, Slot time) {
        return suggestions.best(actor.county(), unit(order), order, time, PEOPLE_AT_MOST).stream()
                .map(one -> new Judged(one, Set.of(), Set.of()))
                .toList();
    }

    /** Why there are not more of them. */
    public Lack lack(Actor actor, ServiceSheet order, Slot time) {
        return suggestions.lack(actor.county(), unit(order), order, time);
    }

    /** Whoever goes by that name or number, with what stands against it. */
    public List<Judged> named(Actor actor, ServiceSheet order, Slot time, String words) {
        var found = db.sql("""
                select v.volunteer_id from serving_volunteer v
                where v.county_id = :county and (v.number = :words or position(lower(:words) in lower(v.name)) > 0)
                  and exists (
                    select from unit_within w
                    where w.county_id = :county and w.unit_id = v.unit_id and w.ancestor_id = :unit)
                order by v.number limit 10
                """)
                .param("county", actor.county().value())
                .param("words", words.strip())
                .param("unit", unit(order).value())
                .query((row, number) -> new PersonId(row.getObject("volunteer_id", UUID.class)))
                .list();
        return suggestions.judgeAll(actor.county(), order, time, found).stream()
                .sorted(Comparator.comparing((Judged one) -> !one.against().isEmpty())
                        .thenComparing(one ->
                                Objects.requireNonNullElse(one.suggestion().metres(), 0)))
                .toList();
    }

    /** Whom the requester would like to come, with what stands against it; a wish binds nobody. */
    public Optional<Judged> wished(Actor actor, ServiceSheet order, Slot time) {
        return Optional.ofNullable(order.named())
                .flatMap(person -> suggestions.judge(actor.county(), order, time, person));
    }

    /** The members of the team that took the order, for its leader: who is free, and why somebody is not. */
    public List<PersonCandidate> members(Actor leader, ServiceSheet order, Slot time, List<PersonId> members) {
        return judged(leader, order, planning.at(leader.county(), order, time), members);
    }

    private List<PersonCandidate> judged(
            Actor actor, ServiceSheet order, PlannedService service, List<PersonId> people) {
        var policy = planning.policy(actor.county());
        var paused = pauses.of(actor.county(), people);
        return helpers.of(actor.county(), order.id(), service, people).stream()
                .map(helper -> new PersonCandidate(
                        helper,
                        metres(helper, service.place()),
                        ServiceRules.against(helper, service, policy),
                        paused.get(helper.id())))
                .sorted(Comparator.comparing(PersonCandidate::canBeAsked)
                        .reversed()
                        .thenComparing(one -> Objects.requireNonNullElse(one.metres(), 0)))
                .toList();
    }

    /** Teams of the unit's subtree with members who have the skill and are free then, the most able first. */
    public List<TeamCandidate> teams(Actor actor, ServiceSheet order, Slot time) {
        return teams.of(actor.county(), unit(order), planning.at(actor.county(), order, time));
    }

    private static UnitId unit(ServiceSheet order) {
        return Objects.requireNonNullElse(order.dispatching(), order.standsAt());
    }

    private static @Nullable Integer metres(Helper helper, @Nullable CoarsePosition place) {
        return place == null || helper.home() == null
                ? null
                : (int) helper.home().metresTo(place);
    }
}
