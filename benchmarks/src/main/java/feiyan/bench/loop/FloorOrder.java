package feiyan.bench.loop;

import feiyan.platform.Ids;
import java.util.UUID;

/** One need with all its ids, made beforehand as the product makes them. */
record FloorOrder(
        long county,
        UUID order,
        UUID offer,
        UUID seat,
        UUID station,
        UUID project,
        UUID clerk,
        UUID resident,
        UUID volunteer,
        Moment moment) {

    static FloorOrder of(Cast cast, Cast.Member resident, Cast.Member volunteer, Moment moment) {
        return new FloorOrder(
                cast.desk().actor().county().value(),
                Ids.next(),
                Ids.next(),
                Ids.next(),
                cast.station().value(),
                cast.project().value(),
                cast.desk().person().value(),
                resident.person().value(),
                volunteer.person().value(),
                moment);
    }
}
