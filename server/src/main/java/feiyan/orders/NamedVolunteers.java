package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Volunteers as a requester knows them: by name only. Another module knows who they are and what they served. */
public interface NamedVolunteers {

    record Known(PersonId id, String name) {}

    /** Those who served at these orders, the latest first; a handful. */
    List<Known> servedAt(CountyId county, Collection<OrderId> orders);

    /** Those of the station with just this name or number; two are enough to say that it is not clear. */
    List<Known> called(CountyId county, UnitId station, String nameOrNumber);

    /** The names of those who hold a seat now, by order. */
    Map<OrderId, List<String>> coming(CountyId county, Collection<OrderId> orders);
}
