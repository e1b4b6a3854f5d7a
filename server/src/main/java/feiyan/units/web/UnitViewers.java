package feiyan.units.web;

import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Counties;
import feiyan.units.County;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.Units;
import feiyan.units.ViewerRow;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import feiyan.web.Viewer.Station;
import feiyan.web.Viewers;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who looks at the page, and whom to call: the own unit or home station, or the next one above with a number. */
@Component
class UnitViewers implements Viewers {

    private final CurrentActor current;
    private final Counties counties;
    private final Units units;
    private final ViewerRow row;

    UnitViewers(CurrentActor current, Counties counties, Units units, ViewerRow row) {
        this.current = current;
        this.counties = counties;
        this.units = units;
        this.row = row;
    }

    @Override
    public Viewer current() {
        return current.actor().map(this::signedIn).orElseGet(this::signedOut);
    }

    private Viewer signedIn(Actor actor) {
        var county = actor.county();
        var standings = EnumSet.of(Standing.RESIDENT);
        if (actor.isStaff()) {
            standings.add(Standing.STAFF);
        }
        if (actor.holds(Role.CLERK) || actor.holds(Role.DISPATCHER)) {
            standings.add(Standing.DESK);
        }
        if (actor.holds(Role.ADMINISTRATOR) || standings.contains(Standing.DESK)) {
            standings.add(Standing.KEEPER);
        }
        if (actor.holds(Role.AUDITOR)) {
            standings.add(Standing.AUDITOR);
        }
        var found = row.of(county, actor.person());
        standings.addAll(found.standings());
        return new Viewer(
                standings,
                found.name(),
                counties.find(county).map(County::name).orElse(""),
                stationOf(actor, found.home()).orElse(null),
                found.unread());
    }

    private Optional<Station> stationOf(Actor actor, @Nullable UnitId home) {
        var own = actor.posts().stream().map(Post::unit).findFirst().or(() -> Optional.ofNullable(home));
        return own.map(unit -> units.pathUp(actor.county(), unit).stream())
                .orElseGet(() -> center(actor.county()))
                .flatMap(UnitViewers::callable)
                .findFirst();
    }

    private Stream<Unit> center(CountyId county) {
        return units.center(county).stream();
    }

    private static Stream<Station> callable(Unit unit) {
        return unit.phone() == null ? Stream.empty() : Stream.of(new Station(unit.name(), unit.phone()));
    }

    /** With one county in the house everybody is in it; with several nobody knows yet. */
    private Viewer signedOut() {
        var all = counties.all();
        if (all.size() != 1) {
            return Viewer.signedOut("");
        }
        var county = all.getFirst();
        var station = center(county.id()).flatMap(UnitViewers::callable).findFirst();
        return new Viewer(Set.of(), "", county.name(), station.orElse(null), 0);
    }
}
