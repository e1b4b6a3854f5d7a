package feiyan.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who shows what: the columns of the table, each with its session, or with its token. */
@FunctionalInterface
interface Passes {

    /** @param moment of the request, where it is not now: nobody stays signed in for days */
    Pass of(String column, @Nullable Instant moment);
}
