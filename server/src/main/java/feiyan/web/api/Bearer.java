package feiyan.web.api;

import feiyan.platform.CountyId;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who came with a token, and for what it was made.
 *
 * @param somebody the same principal as after a sign-in: doors decide by the person, and scopes only narrow that
 */
public record Bearer(Principal somebody, CountyId county, UUID token, UUID person, Set<String> scopes) {

    public Bearer {
        scopes = Set.copyOf(scopes);
    }

    /** Of this request. */
    static Optional<Bearer> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof Bearer bearer
                ? Optional.of(bearer)
                : Optional.empty();
    }
}
