package feiyan.bench.growth;

import feiyan.bench.county.BigCounty;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.House;
import feiyan.bench.loop.DoorLoop;
import feiyan.bench.loop.Doors;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.ProposalSide;
import feiyan.dispatch.TimeProposals;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import java.time.Duration;
import java.util.List;

/** Orders of which nothing comes: nobody looks at them, nobody answers, nobody arrives. */
final class UnderWay {

    /** In days. */
    private static final int SOON = 2;

    private static final int LATER = 9;

    private final House house;
    private final BigCounty county;
    private final Scene scene;
    private final Doors doors;
    private final List<Helper> helpers;
    private int next;
    private int turn;

    UnderWay(House house, BigCounty county, Scene scene) {
        this.house = house;
        this.county = county;
        this.scene = scene;
        this.doors = Doors.of(house);
        this.helpers = county.helpers().stream()
                .filter(each -> each.isAlwaysFree() && !scene.busy.contains(each))
                .toList();
    }

    /** @param turn each time others */
    void leave(int turn) {
        this.turn = turn;
        loop(SOON).placed();
        loop(SOON).approved();
        agreed();
        asked(SOON);
        asked(LATER);
        askedAsNeeded();
    }

    private void agreed() {
        loop(SOON).agreed();
        var helper = helpers.get(next);
        var order = loop(LATER).agreed();
        var desk = helper.station().desk().actor();
        var from = Scene.ten(doors.clock(), SOON);
        house.the(TimeProposals.class)
                .propose(desk, order, ProposalSide.SERVING, from)
                .orThrow();
    }

    private void asked(int days) {
        var helper = helpers.get(next);
        var order = loop(days).approved();
        doors.offers()
                .make(helper.station().desk().actor(), order, 2, slot(helper, days), List.of(invited(helper)))
                .orThrow();
    }

    /** A team first, and while it thinks somebody waits to be asked. */
    private void askedAsNeeded() {
        var helper = helpers.get(next);
        var order = loop(LATER).approved();
        var desk = helper.station().desk().actor();
        boolean asked = county.crews().stream()
                .map(crew -> List.of(new Invitee.ToTeam(crew.id()), invited(helper)))
                .map(both -> doors.offers().makeAsNeeded(desk, order, 2, slot(helper, LATER), both))
                .anyMatch(Outcome.Done.class::isInstance);
        if (!asked) {
            throw new IllegalStateException("no team can be asked");
        }
    }

    private Slot slot(Helper helper, int days) {
        var from = Scene.ten(doors.clock(), days);
        return new Slot(
                from, from.plus(Duration.ofMinutes(county.alone(helper.skills()).minutes())));
    }

    private static Invitee invited(Helper helper) {
        return new Invitee.ToVolunteer(helper.person());
    }

    private DoorLoop loop(int days) {
        return scene.loop(doors, helpers.get(next++), turn, days);
    }
}
