package feiyan.accounts;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it afterwards: never its secret.
 *
 * @param handle how it begins, by which its owner knows it again
 * @param scopes as they are written in {@link feiyan.web.api.ApiScope}
 * @param usedAt about when it was last used; null where it never was
 * @param over whether nobody gets in with it any more
 * @param endedWhy a code; null where it only expired or is not over
 */
public record ApiToken(
        ApiTokenId id,
        String handle,
        String purpose,
        Set<String> scopes,
        boolean asStaff,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        boolean over,
        @Nullable String endedWhy) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }
}
