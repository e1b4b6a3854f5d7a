package feiyan.dispatch;

import feiyan.units.Actor;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seats that somebody holds or held, by their ids: for lists that another module pages through. */
@Component
public class OwnSeats {

    private final JdbcClient db;
    private final Lines lines;

    OwnSeats(JdbcClient db, Lines lines) {
        this.db = db;
        this.lines = lines;
    }

    public Map<SeatId, SeatLine> of(Actor actor, Collection<SeatId> ids) {
        var found = db.sql("""
                select s.id, s.state, s.volunteer_id, s.order_id, s.starts, s.ends from seat s
                where s.county_id = :county and s.volunteer_id = :person and s.id = any(:ids)
                """)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("ids", ids.stream().map(SeatId::value).toArray(UUID[]::new))
                .query(MyService::seat)
                .list();
        var read = lines.of(
                actor.county(), found.stream().map(MyService.FoundSeat::order).toList());
        return found.stream()
                .map(seat -> seat.line(read))
                .collect(Collectors.toMap(SeatLine::seat, Function.identity()));
    }
}
