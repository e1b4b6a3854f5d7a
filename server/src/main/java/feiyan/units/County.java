package feiyan.units;

import feiyan.platform.CountyId;
import org.jspecify.annotations.Nullable;

/**
 * A county, district or new area: the tenant.
 *
 * @param divisionCode six digits, where it has one; for people to read, never a key
 */
public record County(CountyId id, String name, @Nullable String divisionCode, boolean demo) {}
