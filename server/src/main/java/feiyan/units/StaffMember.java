package feiyan.units;

import feiyan.accounts.PersonId;
import java.util.List;

/** Somebody who works in a subtree, with the posts held there; those elsewhere are not shown. */
public record StaffMember(PersonId person, String name, List<Post> posts) {

    public StaffMember {
        posts = List.copyOf(posts);
    }
}
