package feiyan.dispatch.web;

import feiyan.dispatch.map.MapPlace;
import feiyan.dispatch.map.MapPlace.Kind;
import feiyan.dispatch.map.MapView;
import feiyan.dispatch.map.Maps;
import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.units.CoarsePosition;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where an order is and where those live who could go: all of it to about 200 m, nobody's door. */
@Component
class CandidateMap {

    private final Maps maps;

    CandidateMap(Maps maps) {
        this.maps = maps;
    }

    /** Null where nobody needs to go anywhere, or nobody knows where to. */
    @Nullable
    MapView of(CountyId county, ServiceSheet order, List<CandidateLine> people) {
        if (order.place() == null) {
            return null;
        }
        var need = new MapPlace(Kind.ORDER, order.place(), "●", order.number(), List.of(), null);
        var homes =
                people.stream().flatMap(line -> Stream.ofNullable(line.home()).map(home -> home(line, home)));
        return maps.of(county, Stream.concat(Stream.of(need), homes).toList());
    }

    private static MapPlace home(CandidateLine line, CoarsePosition home) {
        var reasons = line.reasons().stream()
                .map(reason -> new MapPlace.Line(reason.code(), reason.args()))
                .toList();
        return new MapPlace(
                Kind.PERSON, home, Integer.toString(line.place()), line.name(), reasons, "#p-" + line.place());
    }
}
