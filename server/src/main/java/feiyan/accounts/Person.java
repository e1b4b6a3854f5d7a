package feiyan.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A person in one county, without what is sealed: the phone is asked for separately, and that is audited.
 *
 * @param account with which the person signs in; null for somebody who never did
 */
public record Person(PersonId id, String name, @Nullable AccountId account, boolean hasPhone) {}
