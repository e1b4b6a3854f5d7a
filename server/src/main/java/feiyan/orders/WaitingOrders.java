package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Orders of an area, for whoever could serve them; never confidential ones, never one's own. */
@Service
public class WaitingOrders {

    private final JdbcClient jdbc;

    WaitingOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far somebody would go for what.
     *
     * @param dispatching units whose orders they may serve
     * @param projects for which they have the skill
     * @param village the station at home: all its orders, near or far, whatever they take
     * @param home null: the way is not known
     */
    public record Reach(
            PersonId whose,
            Collection<UnitId> dispatching,
            Collection<ProjectId> projects,
            UnitId village,
            @Nullable CoarsePosition home,
            int radiusMetres) {

        public Reach {
            dispatching = List.copyOf(dispatching);
            projects = List.copyOf(projects);
        }
    }

    /** Approved and not agreed yet, the soonest end of the window first. */
    public List<ServiceSheet> within(CountyId county, Reach reach, Instant now, Instant until, int most) {
        var box = Box.around(reach.home(), reach.radiusMetres());
        return jdbc.sql(ServiceSheets.SHEET + """
                o.unit_id = any(:units) and o.state in ('APPROVED', 'OFFERED') and not o.confidential
                  and o.project_id is not null and o.window_to > :now and o.window_from < :until
                  and o.requester_id is distinct from :whose and o.placed_by <> :whose
                  and (o.station_id = :village or (o.project_id = any(:projects)
                    and (o.remote or o.latitude is null
                      or (o.latitude between :south and :north and o.longitude between :west and :east))))
                order by o.window_to, o.id limit :most
                """)
                .param("county", county.value())
                .param(
                        "units",
                        ids(reach.dispatching().stream().map(UnitId::value).toList()))
                .param("now", DbTime.of(now))
                .param("until", DbTime.of(until))
                .param("whose", reach.whose().value())
                .param("village", reach.village().value())
                .param(
                        "projects",
                        ids(reach.projects().stream().map(ProjectId::value).toList()))
                .param("south", box.south())
                .param("north", box.north())
                .param("west", box.west())
                .param("east", box.east())
                .param("most", most)
                .query(SheetMapper::map)
                .list();
    }

    /** What was to be served in a village since a moment, the latest first: for others than {@code whose}. */
    public List<ServiceSheet> ofVillage(CountyId county, Reach reach, Instant since, Instant until, int most) {
        return jdbc.sql(ServiceSheets.SHEET + """
                o.station_id = :village and o.window_to > :since and o.window_from < :until and not o.confidential
                  and o.project_id = any(:projects) and o.unit_id = any(:units)
                  and o.state in ('APPROVED', 'OFFERED', 'ACCEPTED', 'IN_SERVICE', 'SERVED', 'CLOSED')
                  and o.requester_id is distinct from :whose and o.placed_by <> :whose
                order by o.window_to desc, o.id limit :most
                """)
                .param("county", county.value())
                .param("village", reach.village().value())
                .param("since", DbTime.of(since))
                .param("until", DbTime.of(until))
                .param(
                        "projects",
                        ids(reach.projects().stream().map(ProjectId::value).toList()))
                .param(
                        "units",
                        ids(reach.dispatching().stream().map(UnitId::value).toList()))
                .param("whose", reach.whose().value())
                .param("most", most)
                .query(SheetMapper::map)
                .list();
    }

    private static UUID[] ids(List<UUID> values) {
        return values.toArray(UUID[]::new);
    }

    /** A little wider than the radius: the rules measure exactly what this lets through. */
    private record Box(double south, double north, double west, double east) {

        private static final double METRES_PER_DEGREE = 111_195;
        private static final double WIDER = 1.05;
        private static final double POLE = 85;

        static Box around(@Nullable CoarsePosition home, int radiusMetres) {
            if (home == null) {
                return new Box(-90, 90, -180, 180);
            }
            double high = WIDER * radiusMetres / METRES_PER_DEGREE;
            double wide = high / Math.cos(Math.toRadians(Math.min(POLE, Math.abs(home.latitude()) + high)));
            return new Box(
                    home.latitude() - high, home.latitude() + high, home.longitude() - wide, home.longitude() + wide);
        }
    }
}
