package feiyan.attendance;

import feiyan.dispatch.OwnSeats;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatLine;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door to what a volunteer has done: services with their minutes, and how many there are this month. */
@Component
public class MyServices {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 20;

    /**
     * No correction moves a service by more: between the earliest that a county lets people come before the time agreed
     * and the latest end of the longest service. What is asked for by its corrected time is looked for around it by the
     * time noted first, and not in all that was ever done.
     */
    static final Duration MOST_MOVED = Duration.ofDays(32);

    private static final String MOVED = "interval '%d days'".formatted(MOST_MOVED.toDays());

    /**
     * So many that were noted last are a page, wherever corrections have put them; what is noted earlier than these by
     * twice the most is behind it.
     */
    private static final String ENOUGH_FOR_A_PAGE = """
             and a.noted_in >= coalesce((
                select n.in_at from attendance n
                where n.county_id = :county and n.volunteer_id = :volunteer and n.out_at is not null %2$s
                order by n.in_at desc offset :most - 1 limit 1), '-infinity') - 2 * %1$s
            """;

    private static final String FIRST_PAGE = ENOUGH_FOR_A_PAGE.formatted(MOVED, "");
    private static final String NEXT_PAGE =
            "and (a.in_at, a.seat_id) < (:in, :seat) and a.noted_in <= cast(:in as timestamptz) + "
                    + MOVED
                    + ENOUGH_FOR_A_PAGE.formatted(MOVED, "and n.in_at < cast(:in as timestamptz) - " + MOVED);

    private final JdbcClient db;
    private final OwnSeats seats;
    private final InstantSource clock;

    MyServices(JdbcClient db, OwnSeats seats, InstantSource clock) {
        this.db = db;
        this.seats = seats;
        this.clock = clock;
    }

    /** @param since its first day */
    public record Month(LocalDate since, int services, int minutes) {}

    /** A service that is over: what and when, and nothing that says for whom. */
    public record Past(SeatLine seat, Presence presence) {}

    /** @param next behind which the following page begins; null on the last */
    public record Page(List<Past> services, @Nullable Place next) {}

    /** Where in the list a page ended. */
    public record Place(Instant in, SeatId seat) {}

    /**
     * With a far end, or PostgreSQL takes what was noted since some day for a third of all, and plans anew each time.
     */
    public Month month(Actor volunteer) {
        var since = clock.instant().atZone(CHINA).toLocalDate().withDayOfMonth(1);
        return db.sql("""
                select count(*) as services, coalesce(sum(a.minutes), 0) as minutes from attendance_now a
                where a.county_id = :county and a.volunteer_id = :volunteer and a.in_at >= :since
                  and a.noted_in >= cast(:since as timestamptz) - %s and a.noted_in < 'infinity' and a.out_at is not null
                """.formatted(MOVED))
                .param("county", volunteer.county().value())
                .param("volunteer", volunteer.person().value())
                .param("since", DbTime.of(since.atStartOfDay(CHINA).toInstant()))
                .query((row, number) -> new Month(since, row.getInt("services"), row.getInt("minutes")))
                .single();
    }

    /** The latest first. */
    public Page past(Actor volunteer, @Nullable Place after) {
        var found = found(volunteer, after);
        var shown = found.stream().limit(PAGE).toList();
        var lines = seats.of(volunteer, shown.stream().map(Presence::seat).toList());
        var services = shown.stream()
                .map(presence -> new Past(Objects.requireNonNull(lines.get(presence.seat())), presence))
                .toList();
        return new Page(services, found.size() > PAGE ? place(shown.getLast()) : null);
    }

    private static Place place(Presence last) {
        return new Place(last.in(), last.seat());
    }

    private List<Presence> found(Actor volunteer, @Nullable Place after) {
        var statement = db.sql("""
                select a.seat_id, a.in_at, a.out_at, a.minutes, a.corrections from attendance_now a
                where a.county_id = :county and a.volunteer_id = :volunteer and a.out_at is not null %s
                order by a.in_at desc, a.seat_id desc limit :most
                """.formatted(after == null ? FIRST_PAGE : NEXT_PAGE))
                .param("county", volunteer.county().value())
                .param("volunteer", volunteer.person().value())
                .param("most", PAGE + 1);
        return (after == null
                        ? statement
                        : statement
                                .param("in", DbTime.of(after.in()))
                                .param("seat", after.seat().value()))
                .query(AttendanceRows::presence)
                .list();
    }
}
