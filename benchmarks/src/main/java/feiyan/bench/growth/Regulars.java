package feiyan.bench.growth;

import feiyan.accounts.Phone;
import feiyan.bench.county.BigCounty;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.BigCounty.Resident;
import feiyan.bench.county.House;
import feiyan.bench.loop.DoorLoop;
import feiyan.bench.loop.Doors;
import feiyan.bench.loop.Errand;
import feiyan.bench.loop.Watch;
import java.util.List;

/**
 * A resident and a volunteer who have had much to do with each other in the last weeks: their pages are full beside the
 * shortest past as beside the longest. And a number under which somebody asked for the first time.
 */
final class Regulars {

    /** Nobody of the county has it. */
    static final Phone NEWLY_COME = new Phone("13900000001");

    private static final String NEW_NAME = "欧阳慕青";

    /** A page and one more, of each page that they have. */
    private static final int SERVICES = 31;
    /** Four in seven days, so that all are of the last eight weeks, and none too much for one volunteer. */
    private static final int A_WEEK = 4;

    private static final int DAYS = 7;
    private static final int FEW = 3;

    private final BigCounty county;
    private final Helper helper;
    private final Resident resident;

    Regulars(BigCounty county) {
        this.county = county;
        this.helper = county.newcomer();
        this.resident = county.residents().stream()
                .filter(each -> each.station().equals(helper.station()))
                .findFirst()
                .orElseThrow();
    }

    Helper helper() {
        return helper;
    }

    Resident resident() {
        return resident;
    }

    void serve(House house) {
        var doors = Doors.of(house);
        for (int number = 0; number < SERVICES; number++) {
            loop(doors, resident, -1 - number * DAYS / A_WEEK).run();
        }
        for (int number = 0; number < FEW; number++) {
            loop(doors, newlyCome(), number).placed();
        }
    }

    private DoorLoop loop(Doors doors, Resident who, int days) {
        var does = county.alone(helper.skills());
        var errand = Errand.in(county, who, List.of(helper), null, does, Scene.ten(doors.clock(), days));
        return new DoorLoop(doors, errand, new Watch());
    }

    /** Asked for in the days before, so that it is told and found. */
    private Resident newlyCome() {
        return new Resident(resident.person(), NEW_NAME, NEWLY_COME, resident.station(), resident.home());
    }
}
