package feiyan.bench.start;

import feiyan.accounts.PersonId;
import feiyan.bench.county.BigCounty;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.BigCounty.Resident;
import feiyan.bench.county.BigCounty.Station;
import feiyan.bench.county.House;
import feiyan.bench.county.Tokens;
import feiyan.units.Actor;
import feiyan.web.api.ApiScope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** People of a county who play the loop once each, with a token for what they do in it; a desk plays many. */
final class Turns {

    /** More than a second has room for: nobody is to go twice. */
    static final int A_SECOND = 40;

    private final Tokens given;
    private final BigCounty county;
    private final Map<PersonId, String> tokens = new HashMap<>();
    private final Map<Station, Deque<Resident>> residents;

    Turns(House house, BigCounty county) {
        this.given = new Tokens(house);
        this.county = county;
        this.residents = county.residents().stream()
                .collect(Collectors.groupingBy(Resident::station, Collectors.toCollection(ArrayDeque::new)));
    }

    List<Turn> some(int many) {
        return county.helpers().stream()
                .filter(Helper::isAlwaysFree)
                .limit(many)
                .filter(helper -> residents.containsKey(helper.station()))
                .map(this::turn)
                .toList();
    }

    private Turn turn(Helper helper) {
        var station = helper.station();
        var neighbours = Objects.requireNonNull(residents.get(station));
        var resident = neighbours.removeFirst();
        neighbours.addLast(resident);
        var project = county.alone(helper.skills());
        return new Turn(
                token(resident.actor(county.id()), ApiScope.ORDERS_READ, ApiScope.ORDERS_WRITE),
                token(station.desk().actor(), ApiScope.DESK_WRITE, ApiScope.DISPATCH_WRITE),
                token(helper.actor(county.id()), ApiScope.SERVICES_READ, ApiScope.SERVICES_WRITE),
                helper.person().value().toString(),
                project.id().value().toString(),
                station.desk().unit().value().toString());
    }

    private String token(Actor actor, ApiScope... scopes) {
        return tokens.computeIfAbsent(actor.person(), person -> given.of(actor, scopes));
    }
}
