package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.dispatch.pool.Member;
import feiyan.dispatch.pool.Pool;
import feiyan.dispatch.pool.Pools;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import feiyan.volunteers.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which teams could take a service: who belongs to them from the register, what the members can from memory. */
@Component
class AbleTeams {

    private static final int AT_MOST = 50;

    private final JdbcClient db;
    private final Pools pools;

    AbleTeams(JdbcClient db, Pools pools) {
        this.db = db;
        this.pools = pools;
    }

    /** @param distance tiers below the unit that dispatches */
    private record Row(
            TeamId id, String name, UnitId unit, @Nullable String field, int distance, List<PersonId> members) {}

    private record Able(Row team, TeamCandidate line) {}

    /** Those of the service's own field first, then the most able, then the nearest unit's. */
    List<TeamCandidate> of(CountyId county, UnitId within, PlannedService service) {
        var pool = pools.of(county);
        return rows(county, within).stream()
                .map(team -> new Able(team, line(team, pool, service)))
                .sorted(Comparator.comparing(
                                (Able one) -> !service.skill().equals(one.team().field()))
                        .thenComparing(
                                Comparator.comparingInt((Able one) -> one.line().able())
                                        .reversed())
                        .thenComparingInt(one -> one.team().distance())
                        .thenComparing(one -> one.team().id().value()))
                .limit(AT_MOST)
                .map(Able::line)
                .toList();
    }

    private List<Row> rows(CountyId county, UnitId within) {
        return db.sql("""
                select t.team_id, t.name, t.unit_id, t.field, w.distance, array_agg(m.volunteer_id) as members
                from unit_within w
                join standing_team t on t.county_id = :county and t.unit_id = w.unit_id
                join serving_member m on m.county_id = :county and m.team_id = t.team_id
                where w.county_id = :county and w.ancestor_id = :unit and t.leader_id is not null
                group by t.team_id, t.name, t.unit_id, t.field, w.distance
                """)
                .param("county", county.value())
                .param("unit", within.value())
                .query((row, number) -> team(row))
                .list();
    }

    private static Row team(ResultSet row) throws SQLException {
        return new Row(
                new TeamId(row.getObject("team_id", UUID.class)),
                row.getString("name"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("field"),
                row.getInt("distance"),
                Arrays.stream((UUID[]) row.getArray("members").getArray())
                        .map(PersonId::new)
                        .toList());
    }

    private static TeamCandidate line(Row team, Pool pool, PlannedService service) {
        var serving = team.members().stream()
                .flatMap(person -> pool.member(person).stream())
                .toList();
        long able = serving.stream().filter(member -> isAble(member, service)).count();
        return new TeamCandidate(team.id(), team.name(), team.unit(), serving.size(), (int) able);
    }

    private static boolean isAble(Member member, PlannedService service) {
        var from = LocalDateTime.ofInstant(service.time().from(), ServiceRules.CHINA);
        var to = LocalDateTime.ofInstant(service.time().to(), ServiceRules.CHINA);
        return member.skills().contains(service.skill()) && member.freeHours().covers(from, to);
    }
}
