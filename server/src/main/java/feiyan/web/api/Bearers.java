package feiyan.web.api;

import java.util.Optional;

/** Knows whose a token is; one module offers it. */
@FunctionalInterface
public interface Bearers {

    /** Empty for what is no token, and just so for one that is over. */
    Optional<Bearer> of(String token);
}
