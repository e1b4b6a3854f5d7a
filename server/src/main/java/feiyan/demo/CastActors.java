package feiyan.demo;

import feiyan.accounts.Persons;
import feiyan.units.Actor;
import org.springframework.stereotype.Component;

/** The cast as they act in the story themselves; the desks' people act with their posts, see {@link Offices}. */
@Component
class CastActors {

    private final Persons persons;

    CastActors(Persons persons) {
        this.persons = persons;
    }

    Actor of(World world, Cast who) {
        var county = world.land().county();
        return Actor.withoutPosts(county, persons.byPhone(county, who.phone()).orElseThrow());
    }
}
