package feiyan.bench.growth;

import feiyan.bench.county.BigCounty;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.BigCounty.Resident;
import feiyan.bench.county.BigCounty.Station;
import feiyan.bench.county.House;
import feiyan.bench.loop.DoorLoop;
import feiyan.bench.loop.Doors;
import feiyan.bench.loop.Errand;
import feiyan.bench.loop.Watch;
import feiyan.calendar.WorkingTime;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The present of a county, the same beside every past: some hundred orders under way, a plan of which most was sent,
 * and people to come.
 */
final class Scene {

    /** At one desk, and at each of some others. */
    private static final int BUSY = 24;

    private static final int ELSEWHERE = 3;
    private static final int TEN = 10;
    /** In days: what is under way was asked for yesterday. */
    private static final int SOON = 2;
    /** When nothing of that is under way any more. */
    private static final int LATER = 20;

    private final BigCounty county;
    private final List<Helper> free;
    final Station station;
    final Helper helper;
    final Resident resident;
    final Regulars regulars;
    /** Whose next days are spoken for. */
    final Set<Helper> busy = new HashSet<>();

    final List<OrderId> placed = new ArrayList<>();
    final List<OrderId> approved = new ArrayList<>();
    final List<OrderId> accepted = new ArrayList<>();

    Scene(BigCounty county) {
        this.county = county;
        this.free = county.helpers().stream().filter(Helper::isAlwaysFree).toList();
        this.helper = free.getFirst();
        this.station = helper.station();
        this.resident = resident(helper, 0);
        this.regulars = new Regulars(county);
    }

    /**
     * How a product is started that has this present.
     *
     * @param ahead by how much its clock is: people are asked by day only
     */
    static String[] settings(Duration ahead) {
        return new String[] {
            "feiyan.jobs=false",
            "feiyan.clock.ahead=" + ahead,
            "feiyan.api.requests-per-minute=1000000000",
            "feiyan.api.requests-per-minute-of-a-person=1000000000"
        };
    }

    /** A third waits for review, a third for whoever is asked, and the others are agreed. */
    Scene set(House house) {
        var doors = Doors.of(house);
        var others = county.stations().stream().filter(each -> !each.equals(station));
        for (var each : Stream.concat(Stream.of(station), others).toList()) {
            var own = free.stream().filter(one -> one.station().equals(each)).toList();
            int many = own.isEmpty() ? 0 : each.equals(station) ? BUSY : ELSEWHERE;
            for (int number = 0; number < many; number++) {
                var who = own.get(number % own.size());
                busy.add(who);
                underWay(loop(doors, who, number, SOON + number / own.size()), number);
            }
        }
        regulars.serve(house);
        PlanOnTheBoard.put(house, county.center(), Set.copyOf(ofStation()));
        house.the(OutboxWorker.class).work();
        return this;
    }

    /** Where the busy desk still has to ask somebody. */
    private List<OrderId> ofStation() {
        return approved.subList(0, Math.min(approved.size(), BUSY / 3));
    }

    private void underWay(DoorLoop loop, int number) {
        switch (number % 3) {
            case 0 -> placed.add(loop.placed());
            case 1 -> approved.add(loop.approved());
            default -> accepted.add(loop.agreed());
        }
    }

    /** Each time by another helper, and on another day where all have been asked. */
    DoorLoop loop(Doors doors, int number) {
        return loop(doors, free.get(number % free.size()), number, LATER + number / free.size());
    }

    DoorLoop loop(Doors doors, Helper who, int number, int days) {
        var does = county.alone(who.skills());
        var errand = Errand.in(county, resident(who, number), List.of(who), null, does, ten(doors.clock(), days));
        return new DoorLoop(doors, errand, new Watch());
    }

    private Resident resident(Helper near, int number) {
        var all = county.residents().stream()
                .filter(each -> each.station().equals(near.station()))
                .toList();
        return all.get(number % all.size());
    }

    /** One of the past at the busy desk. */
    OrderId over(House house) {
        try (var database = house.asOwner();
                var query = database.prepareStatement(
                        "select id from service_order where station_id = ? and state = 'CLOSED' order by id limit 1")) {
            query.setObject(1, station.desk().unit().value());
            try (var rows = query.executeQuery()) {
                rows.next();
                return new OrderId(Objects.requireNonNull(rows.getObject(1, UUID.class)));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Ten in the morning so many days from now. */
    static Instant ten(AppClock clock, int days) {
        return LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE)
                .plusDays(days)
                .atTime(TEN, 0)
                .atZone(WorkingTime.ZONE)
                .toInstant();
    }
}
