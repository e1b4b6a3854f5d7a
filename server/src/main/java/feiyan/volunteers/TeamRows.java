package feiyan.volunteers;

import static java.time.ZoneOffset.UTC;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes teams and memberships in batches; whether somebody may is the door's business. */
@Component
class TeamRows {

    private final NamedParameterJdbcOperations db;

    TeamRows(NamedParameterJdbcOperations db) {
        this.db = db;
    }

    List<TeamId> found(CountyId county, List<TeamFounding> foundings, Instant now) {
        var ids = foundings.stream().map(founding -> new TeamId(Ids.next())).toList();
        var teams = new ArrayList<SqlParameterSource>();
        var members = new ArrayList<SqlParameterSource>();
        for (int i = 0; i < ids.size(); i++) {
            var founding = foundings.get(i);
            teams.add(team(county, ids.get(i), founding, now));
            var all = new HashSet<>(founding.members());
            all.add(founding.leader());
            members.addAll(members(county, ids.get(i), all, now));
        }
        db.batchUpdate("""
                insert into team (county_id, id, unit_id, name, kind, field, leader_id, ends_on, founded_at)
                values (:county, :team, :unit, :name, :kind, :field, :leader, :ends, :now)
                """, teams.toArray(SqlParameterSource[]::new));
        write(members);
        return ids;
    }

    void join(CountyId county, TeamId team, Collection<PersonId> members, Instant now) {
        write(members(county, team, members, now));
    }

    void leave(CountyId county, TeamId team, PersonId member, Instant now) {
        db.update("""
                update team_member set left_at = :now
                where county_id = :county and team_id = :team and person_id = :person and left_at is null
                """, member(county, team, member, now));
    }

    void lead(CountyId county, TeamId team, PersonId leader) {
        db.update(
                "update team set leader_id = :leader where county_id = :county and id = :team",
                new MapSqlParameterSource("leader", leader.value())
                        .addValue("county", county.value())
                        .addValue("team", team.value()));
    }

    private void write(List<SqlParameterSource> members) {
        db.batchUpdate("""
                insert into team_member (county_id, team_id, person_id, joined_at)
                values (:county, :team, :person, :now)
                on conflict (county_id, team_id, person_id) do update
                set joined_at = excluded.joined_at, left_at = null where team_member.left_at is not null
                """, members.toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource team(CountyId county, TeamId id, TeamFounding it, Instant now) {
        return new MapSqlParameterSource("county", county.value())
                .addValue("team", id.value())
                .addValue("unit", it.unit().value())
                .addValue("name", it.name())
                .addValue("kind", it.kind().name())
                .addValue("field", it.field())
                .addValue("leader", it.leader().value())
                .addValue("ends", it.endsOn())
                .addValue("now", now.atOffset(UTC));
    }

    private static List<SqlParameterSource> members(
            CountyId county, TeamId team, Collection<PersonId> members, Instant now) {
        return members.stream().map(it -> member(county, team, it, now)).toList();
    }

    private static SqlParameterSource member(CountyId county, TeamId team, PersonId member, Instant now) {
        return new MapSqlParameterSource("county", county.value())
                .addValue("team", team.value())
                .addValue("person", member.value())
                .addValue("now", now.atOffset(UTC));
    }
}
