package feiyan.attendance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proof as it was handed in; without the code, which was right.
 *
 * @param how {@code CODE}, {@code QR} or, for a remote service, {@code REMOTE}
 */
public record ProofLine(UUID id, Instant in, @Nullable Instant out, String how, Instant handedIn) {}
