package feiyan.accounts;

import java.time.Instant;

/** A one-time link to a new password, shown once to who made it. */
public record ResetLink(String path, Instant expiresAt) {

    /** Without the path: whoever reads a log must not be able to use it. */
    @Override
    public String toString() {
        return "ResetLink[until " + expiresAt + "]";
    }
}
