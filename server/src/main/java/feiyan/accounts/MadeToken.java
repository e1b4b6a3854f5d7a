package feiyan.accounts;

import java.time.Instant;

/** A token just made. The text is shown once and stored nowhere; it prints without it. */
public record MadeToken(ApiTokenId id, String text, Instant expiresAt) {

    @Override
    public String toString() {
        return "MadeToken[" + id.value() + "]";
    }
}
