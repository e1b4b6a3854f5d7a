package feiyan.accounts;

import feiyan.platform.CountyId;
import org.jspecify.annotations.Nullable;

/**
 * A county where an account can act.
 *
 * @param person who the account is there; null where it is nobody yet
 */
public record Place(CountyId county, String name, @Nullable PersonId person) {}
