package feiyan.attendance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a telephone without a network wrote down at the door.
 *
 * @param id made there, so that handing it in twice is once
 * @param out null where they had not left yet
 */
public record OfflineProof(UUID id, Instant in, @Nullable Instant out, DoorCode code) {}
