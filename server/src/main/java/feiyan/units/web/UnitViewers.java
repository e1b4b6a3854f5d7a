package feiyan.units.web;

import feiyan.accounts.Person;
import feiyan.accounts.Persons;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Counties;
import feiyan.units.County;
import feiyan.units.Homes;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.Units;
import feiyan.units.ViewerFacts;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import feiyan.web.Viewer.Station;
import feiyan.web.Viewers;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who looks at the page, and whom to call: the own unit or home station, or the next one above with a number. */
@Component
class UnitViewers implements Viewers {

    private final CurrentActor current;
    private final Counties counties;
    private final Units units;
    private final Homes homes;
    private final Persons persons;
    private final ObjectProvider<ViewerFacts> facts;

    UnitViewers(
            CurrentActor current,
            Counties counties,
            Units units,
            Homes homes,
            Persons persons,
            ObjectProvider<ViewerFacts> facts) {
        this.current = current;
        this.counties = counties;
        this.units = units;
        this.homes = homes;
        this.persons = persons;
        this.facts = facts;
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
        if (actor.holds(Role.AUDITOR)) {
            standings.add(Standing.AUDITOR);
        }
        facts.forEach(module -> standings.addAll(module.standings(county, actor.person())));
        var unread = facts.stream()
                .mapToInt(module -> module.unread(county, actor.person()))
                .sum();
        return new Viewer(
                standings,
                persons.find(county, actor.person()).map(Person::name).orElse(""),
                counties.find(county).map(County::name).orElse(""),
                stationOf(actor).orElse(null),
                unread);
    }

    private Optional<Station> stationOf(Actor actor) {
        var own = actor.posts().stream()
                .map(Post::unit)
                .findFirst()
                .or(() -> homes.of(actor.county(), actor.person()).map(Unit::id));
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
