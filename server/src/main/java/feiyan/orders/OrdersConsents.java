package feiyan.orders;

import feiyan.accounts.ConsentFollower;
import feiyan.accounts.PersonId;
import feiyan.accounts.Purpose;
import feiyan.platform.CountyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Without the place of a home its village stands for it, in orders that are under way too. */
@Component
class OrdersConsents implements ConsentFollower {

    private final JdbcClient jdbc;

    OrdersConsents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void withdrawn(CountyId county, PersonId person, Purpose purpose) {
        if (purpose == Purpose.LOCATION) {
            jdbc.sql("""
                            update service_order set latitude = u.latitude, longitude = u.longitude
                            from unit u
                            where service_order.county_id = :county and u.county_id = :county
                              and u.id = service_order.station_id and service_order.requester_id = :person
                            """)
                    .param("county", county.value())
                    .param("person", person.value())
                    .update();
        }
    }
}
