package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.SeatId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.units.Actor;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A village in which several people want the same at the same moment, and what must be true afterwards. */
final class Contest {

    final Village village;
    final Instant ten;
    final AppClock clock;
    private final JdbcClient jdbc;

    Contest(ApplicationContext house) {
        village = Village.in(house);
        clock = village.the(AppClock.class);
        jdbc = village.the(JdbcClient.class);
        ten = Village.wednesday(clock.instant());
    }

    /** For so many, an hour long, approved by the station, at ten. */
    OrderId approved(int headcount) {
        return village.approved(village.project(headcount, 60), ten);
    }

    List<Actor> volunteers(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> village.volunteer("Volunteer " + each))
                .toList();
    }

    List<OfferId> ask(OrderId order, List<Actor> people) {
        var invitees = people.stream()
                .<Invitee>map(person -> new Invitee.ToVolunteer(person.person()))
                .toList();
        return village.the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, ten), invitees)
                .orThrow();
    }

    /** All of them asked and coming. */
    OrderId agreed(List<Actor> people) {
        var order = approved(people.size());
        var asked = ask(order, people);
        for (int i = 0; i < people.size(); i++) {
            village.the(Answers.class).accept(people.get(i), asked.get(i)).orThrow();
        }
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        return order;
    }

    /** The one that somebody holds of this order. */
    SeatId seat(Actor volunteer, OrderId order) {
        return village.the(MyService.class).seats(volunteer).stream()
                .filter(seat -> seat.order().id().equals(order))
                .findFirst()
                .orElseThrow()
                .seat();
    }

    State state(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .state();
    }

    /** The order is its last event, its history has no gap, and nobody sits where there is no seat. */
    void isSound(OrderId order) {
        var wrong = jdbc.sql("""
                select (select e.to_state from order_event e
                        where e.county_id = :county and e.order_id = o.id order by e.version desc limit 1)
                    is distinct from o.state
                  or (select count(*) from order_event e where e.county_id = :county and e.order_id = o.id) <> o.version
                  or (select count(*) from seat s
                      where s.county_id = :county and s.order_id = o.id and s.state in ('TAKEN', 'PRESENT')) > o.headcount
                from service_order o where o.county_id = :county and o.id = :id
                """)
                .param("county", village.county.value())
                .param("id", order.value())
                .query(Boolean.class)
                .single();
        assertThat(wrong).as("an order that is not what its history says").isFalse();
    }

    int seated(OrderId order) {
        return jdbc.sql("""
                select count(*) from seat s
                where s.county_id = :county and s.order_id = :id and s.state in ('TAKEN', 'PRESENT')
                """)
                .param("county", village.county.value())
                .param("id", order.value())
                .query(Integer.class)
                .single();
    }
}
