package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The teams of the units, their leaders and members. */
@Component
public class Teams {

    /** As many as a staff list shows at once. */
    public static final int PAGE = 50;

    private static final String TEAM = """
            select t.team_id, t.unit_id, t.name, t.kind, t.field, t.leader_id, t.ends_on,
              (select count(*) from serving_member m where m.county_id = :county and m.team_id = t.team_id) as size
            from standing_team t where t.county_id = :county\s""";

    private final JdbcClient db;
    private final TeamRows rows;
    private final UnitReach reach;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Teams(
            JdbcClient db,
            TeamRows rows,
            UnitReach reach,
            Transactions transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.db = db;
        this.rows = rows;
        this.reach = reach;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    public Outcome<TeamId> found(Actor actor, TeamFounding founding) {
        return foundAll(actor, List.of(founding)).map(List::getFirst);
    }

    /** Many at once, all or nothing, in the order given. */
    public Outcome<List<TeamId>> foundAll(Actor actor, List<TeamFounding> foundings) {
        return transactions.write(() -> {
            var units = foundings.stream().map(TeamFounding::unit).distinct().toList();
            return reach.covers(actor, units)
                    ? Outcome.done(rows.found(actor.county(), foundings, clock.instant()))
                    : Outcome.refused("team.not_yours");
        });
    }

    /** The leader or the unit's staff take somebody in; who left before comes back. */
    public Outcome<TeamId> join(Actor actor, TeamId team, Set<PersonId> members) {
        return changed(actor, team, () -> rows.join(actor.county(), team, members, clock.instant()));
    }

    /** Nobody is kept: a member leaves at any time, the leader once another leads. */
    public Outcome<TeamId> leave(Actor actor, TeamId team, PersonId member) {
        return transactions.write(() -> {
            var found = find(actor.county(), team);
            if (found.isEmpty() || !(member.equals(actor.person()) || mayChange(actor, found.get()))) {
                return Outcome.refused("team.not_yours");
            }
            if (member.equals(found.get().leader())) {
                return Outcome.refused("team.leader_stays");
            }
            rows.leave(actor.county(), team, member, clock.instant());
            return Outcome.done(team);
        });
    }

    /** Another leads from now on, and is a member if they were none. */
    public Outcome<TeamId> lead(Actor actor, TeamId team, PersonId leader) {
        return changed(actor, team, () -> {
            var before = held(actor.county(), team, "no key update")
                    .map(Team::leader)
                    .orElse(null);
            var now = clock.instant();
            rows.join(actor.county(), team, Set.of(leader), now);
            rows.lead(actor.county(), team, leader);
            events.publishEvent(new TeamLed(actor.county(), team, before, leader, now));
        });
    }

    private Outcome<TeamId> changed(Actor actor, TeamId team, Runnable change) {
        return transactions.write(() -> {
            if (find(actor.county(), team).filter(it -> mayChange(actor, it)).isEmpty()) {
                return Outcome.refused("team.not_yours");
            }
            change.run();
            return Outcome.done(team);
        });
    }

    public boolean mayChange(Actor actor, Team team) {
        return actor.person().equals(team.leader()) || reach.covers(actor, List.of(team.unit()));
    }

    /**
     * As {@link #find}, and whoever leads it leads it until the transaction ends: what is asked of the leader now is
     * not asked of somebody who led it a moment ago.
     */
    public Optional<Team> hold(CountyId county, TeamId id) {
        return held(county, id, "share");
    }

    private Optional<Team> held(CountyId county, TeamId id, String lock) {
        return db.sql(TEAM + "and t.team_id = :id for " + lock + " of t")
                .param("county", county.value())
                .param("id", id.value())
                .query((row, number) -> team(row))
                .optional();
    }

    public Optional<Team> find(CountyId county, TeamId id) {
        return db.sql(TEAM + "and t.team_id = :id")
                .param("county", county.value())
                .param("id", id.value())
                .query((row, number) -> team(row))
                .optional();
    }

    public List<Team> ledBy(CountyId county, PersonId leader) {
        return db.sql(TEAM + "and t.leader_id = :leader order by t.team_id")
                .param("county", county.value())
                .param("leader", leader.value())
                .query((row, number) -> team(row))
                .list();
    }

    public List<Team> of(CountyId county, PersonId member) {
        return db.sql(TEAM + """
                and exists (
                  select from serving_member m
                  where m.county_id = :county and m.team_id = t.team_id and m.volunteer_id = :member)
                order by t.team_id
                """)
                .param("county", county.value())
                .param("member", member.value())
                .query((row, number) -> team(row))
                .list();
    }

    public List<VolunteerCard> members(CountyId county, TeamId team) {
        return db.sql("""
                select v.volunteer_id, v.number, v.name, v.unit_id
                from serving_member m
                join serving_volunteer v on v.county_id = :county and v.volunteer_id = m.volunteer_id
                where m.county_id = :county and m.team_id = :team
                order by v.number
                """)
                .param("county", county.value())
                .param("team", team.value())
                .query((row, number) -> Volunteers.card(row))
                .list();
    }

    /**
     * By number, after the one named; one more than a page tells of more. Each member for themselves: a join of the two
     * reads all volunteers there are.
     */
    public List<VolunteerCard> members(CountyId county, TeamId team, @Nullable String afterNumber) {
        return db.sql("""
                select v.volunteer_id, v.number, v.name, v.unit_id
                from serving_member m cross join lateral (
                  select s.volunteer_id, s.number, s.name, s.unit_id from serving_volunteer s
                  where s.county_id = :county and s.volunteer_id = m.volunteer_id limit 1) v
                where m.county_id = :county and m.team_id = :team and (:after::text is null or v.number > :after::text)
                order by v.number limit :limit
                """)
                .param("county", county.value())
                .param("team", team.value())
                .param("after", afterNumber)
                .param("limit", Volunteers.PAGE + 1)
                .query((row, number) -> Volunteers.card(row))
                .list();
    }

    public boolean hasMember(CountyId county, TeamId team, PersonId person) {
        return db.sql("""
                select exists (
                  select from serving_member m
                  where m.county_id = :county and m.team_id = :team and m.volunteer_id = :person)
                """)
                .param("county", county.value())
                .param("team", team.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** The teams of the actor's subtree, oldest first, after the one named; one more than a page tells of more. */
    public List<Team> within(Actor actor, @Nullable TeamId after) {
        return teamsOf(actor.county(), actor.unitsAs(UnitReach.KEEPERS), after);
    }

    /** The teams of a unit and of all units below it. */
    public List<Team> teamsOf(CountyId county, UnitId unit, @Nullable TeamId after) {
        return teamsOf(county, new UUID[] {unit.value()}, after);
    }

    private List<Team> teamsOf(CountyId county, UUID[] units, @Nullable TeamId after) {
        return db.sql(TEAM + """
                and (:after::uuid is null or t.team_id > :after::uuid) and exists (
                  select from unit_within w
                  where w.county_id = :county and w.unit_id = t.unit_id and w.ancestor_id = any(:units))
                order by t.team_id limit :limit
                """)
                .param("county", county.value())
                .param("after", after == null ? null : after.value())
                .param("units", units)
                .param("limit", PAGE + 1)
                .query((row, number) -> team(row))
                .list();
    }

    private static Team team(ResultSet row) throws SQLException {
        var leader = row.getObject("leader_id", UUID.class);
        return new Team(
                new TeamId(row.getObject("team_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("name"),
                TeamKind.valueOf(row.getString("kind")),
                row.getString("field"),
                leader == null ? null : new PersonId(leader),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("size"));
    }
}
