package feiyan.accounts;

import feiyan.platform.CountyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is being forgotten. Each module finds its rows by the id; those that know a person by number alone (whom
 * somebody asks to follow, for whom a child ordered) find them by the number's keyed hash.
 *
 * @param phone null for somebody without one
 */
public record Leaving(
        CountyId county,
        PersonId person,
        @Nullable Phone phone,
        @Nullable PhoneKey key,
        Instant now) {

    public UUID id() {
        return person.value();
    }

    /** As it stands in a column {@code phone_key}; equal to nothing where there is no number. */
    public byte[] phoneKey() {
        return key == null ? new byte[0] : key.bytes();
    }
}
