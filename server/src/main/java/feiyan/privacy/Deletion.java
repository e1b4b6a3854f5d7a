package feiyan.privacy;

import feiyan.accounts.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * That somebody is to be forgotten, while it can still be taken back.
 *
 * @param by who asked: the person, or an administrator for a guardian or the family
 * @param due from then on it is done
 */
public record Deletion(Id id, PersonId person, Reason reason, PersonId by, Instant askedAt, Instant due) {

    public record Id(UUID value) {}

    /** Why. */
    public enum Reason {
        OWN_WISH,
        GUARDIAN,
        DIED
    }
}
