package feiyan.units;

import java.util.UUID;

/** A role held at a unit. */
public record Post(UnitId unit, Role role) {

    /** As {@link Staff#POSTS_OF_TOKEN} writes one. */
    static Post parse(String written) {
        int end = written.indexOf(' ');
        return new Post(
                new UnitId(UUID.fromString(written.substring(0, end))), Role.valueOf(written.substring(end + 1)));
    }
}
