package feiyan.demo;

import feiyan.orders.Followers;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The resident's daughter lives away and follows her orders; a neighbour has asked to do so, too, and waits. */
@Component
class DemoFamily {

    private static final Duration ASKED = Duration.ofDays(21);
    private static final Duration ALLOWED = Duration.ofDays(20);
    private static final Duration NEIGHBOUR = Duration.ofHours(20);

    private final Followers followers;
    private final CastActors cast;

    DemoFamily(Followers followers, CastActors cast) {
        this.followers = followers;
        this.cast = cast;
    }

    void plan(World world, Instant now) {
        world.days().plan(now.minus(ASKED), () -> ask(cast.of(world, Cast.CHILD)));
        world.days().plan(now.minus(ALLOWED), () -> allow(cast.of(world, Cast.RESIDENT)));
        world.days().plan(now.minus(NEIGHBOUR), () -> ask(world.requester(Scene.home(world, 1))));
    }

    private void ask(Actor follower) {
        followers.ask(follower, Cast.RESIDENT.phone().digits(), true).orThrow();
    }

    private void allow(Actor mother) {
        followers
                .asking(mother)
                .forEach(request -> followers.allow(mother, request.id(), true).orThrow());
    }
}
