package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.WeekHours;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could serve an order at a time: the plain list. Within the subtree of the unit that dispatches. */
@Component
public class Candidates {

    private static final int AT_MOST = 50;

    /** So many near ones are judged by the rules; those with something against them fall out. */
    private static final int LOOKED_AT = 200;

    private final JdbcClient db;
    private final HelperRows helpers;
    private final Planning planning;

    Candidates(JdbcClient db, HelperRows helpers, Planning planning) {
        this.db = db;
        this.helpers = helpers;
        this.planning = planning;
    }

    /** People who have the skill, are free and have nothing against them, the nearest first. */
    public List<PersonCandidate> people(Actor actor, ServiceSheet order, Slot time) {
        var service = planning.at(actor.county(), order, time);
        var near = db.sql("""
                select v.volunteer_id
                from serving_skill k
                join serving_volunteer v on v.county_id = :county and v.volunteer_id = k.volunteer_id
                where k.county_id = :county and k.skill = :skill
                  and (v.free_hours & :hours::bit(168)) = :hours::bit(168)
                  and exists (
                    select from unit_within w
                    where w.county_id = :county and w.unit_id = v.unit_id and w.ancestor_id = :unit)
                order by (v.latitude - :latitude) ^ 2 + ((v.longitude - :longitude) * :shrink) ^ 2, v.volunteer_id
                limit :most
                """)
                .param("county", actor.county().value())
                .param("skill", service.skill())
                .param("hours", touched(time).bits())
                .param("unit", unit(order).value())
                .param("latitude", service.place() == null ? 0 : service.place().latitude())
                .param(
                        "longitude",
                        service.place() == null ? 0 : service.place().longitude())
                .param(
                        "shrink",
                        service.place() == null
                                ? 0
                                : Math.cos(Math.toRadians(service.place().latitude())))
                .param("most", LOOKED_AT)
                .query((row, number) -> new PersonId(row.getObject("volunteer_id", UUID.class)))
                .list();
        return judged(actor, order, service, near).stream()
                .filter(PersonCandidate::canBeAsked)
                .limit(AT_MOST)
                .toList();
    }

    /** Whoever goes by that name or number, with what stands against it. */
    public List<PersonCandidate> named(Actor actor, ServiceSheet order, Slot time, String words) {
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
        return judged(actor, order, planning.at(actor.county(), order, time), found);
    }

    /** Whom the requester would like to come, with what stands against it; a wish binds nobody. */
    public Optional<PersonCandidate> wished(Actor actor, ServiceSheet order, Slot time) {
        return order.named() == null
                ? Optional.empty()
                : judged(actor, order, planning.at(actor.county(), order, time), List.of(order.named())).stream()
                        .findFirst();
    }

    /** The members of the team that took the order, for its leader: who is free, and why somebody is not. */
    public List<PersonCandidate> members(Actor leader, ServiceSheet order, Slot time, List<PersonId> members) {
        return judged(leader, order, planning.at(leader.county(), order, time), members);
    }

    private List<PersonCandidate> judged(
            Actor actor, ServiceSheet order, PlannedService service, List<PersonId> people) {
        var policy = planning.policy(actor.county());
        return helpers.of(actor.county(), order.id(), service, people).stream()
                .map(helper -> new PersonCandidate(
                        helper, metres(helper, service.place()), ServiceRules.against(helper, service, policy)))
                .sorted(Comparator.comparing(PersonCandidate::canBeAsked)
                        .reversed()
                        .thenComparing(one -> Objects.requireNonNullElse(one.metres(), 0)))
                .toList();
    }

    /** Teams of the unit's subtree with members who have the skill and are free then, the most able first. */
    public List<TeamCandidate> teams(Actor actor, ServiceSheet order, Slot time) {
        var service = planning.at(actor.county(), order, time);
        return db.sql("""
                select t.team_id, t.name, t.unit_id, count(*) as members,
                  count(*) filter (where k.skill is not null
                    and (v.free_hours & :hours::bit(168)) = :hours::bit(168)) as able
                from unit_within w
                join standing_team t on t.county_id = :county and t.unit_id = w.unit_id
                join serving_member m on m.county_id = :county and m.team_id = t.team_id
                join serving_volunteer v on v.county_id = :county and v.volunteer_id = m.volunteer_id
                left join serving_skill k
                  on k.county_id = :county and k.volunteer_id = m.volunteer_id and k.skill = :skill
                where w.county_id = :county and w.ancestor_id = :unit and t.leader_id is not null
                group by t.team_id, t.name, t.unit_id, t.field, w.distance
                order by (t.field = :skill) desc nulls last, able desc, w.distance, t.team_id
                limit :most
                """)
                .param("county", actor.county().value())
                .param("hours", touched(time).bits())
                .param("skill", service.skill())
                .param("unit", unit(order).value())
                .param("most", AT_MOST)
                .query((row, number) -> new TeamCandidate(
                        new TeamId(row.getObject("team_id", UUID.class)),
                        row.getString("name"),
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getInt("members"),
                        row.getInt("able")))
                .list();
    }

    private static UnitId unit(ServiceSheet order) {
        return Objects.requireNonNullElse(order.dispatching(), order.standsAt());
    }

    private static @Nullable Integer metres(Helper helper, @Nullable CoarsePosition place) {
        return place == null || helper.home() == null
                ? null
                : (int) helper.home().metresTo(place);
    }

    /** The hours of the week that a time touches. */
    private static WeekHours touched(Slot time) {
        var hours = WeekHours.NONE;
        var to = LocalDateTime.ofInstant(time.to(), ServiceRules.CHINA);
        var hour = LocalDateTime.ofInstant(time.from(), ServiceRules.CHINA).truncatedTo(ChronoUnit.HOURS);
        for (; hour.isBefore(to); hour = hour.plusHours(1)) {
            hours = hours.with(hour.getDayOfWeek(), hour.getHour(), hour.getHour() + 1);
        }
        return hours;
    }
}
