package feiyan.units;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who acts: a person of a county with the posts held at this moment. Each door takes one and decides by it. */
public record Actor(CountyId county, PersonId person, Set<Post> posts) {

    public Actor {
        posts = Set.copyOf(posts);
    }

    public static Actor withoutPosts(CountyId county, PersonId person) {
        return new Actor(county, person, Set.of());
    }

    public boolean isStaff() {
        return !posts.isEmpty();
    }

    public boolean holds(Role role) {
        return posts.stream().anyMatch(post -> post.role() == role);
    }

    /** The units at which the actor holds one of the roles, as a query takes them ({@code = any(:units)}). */
    public UUID[] unitsAs(Role... roles) {
        var wanted = List.of(roles);
        return posts.stream()
                .filter(post -> wanted.contains(post.role()))
                .map(post -> post.unit().value())
                .distinct()
                .toArray(UUID[]::new);
    }

    @Override
    public String toString() {
        return "Actor[" + county + ", " + person.value() + ", " + Arrays.toString(posts.toArray()) + "]";
    }
}
