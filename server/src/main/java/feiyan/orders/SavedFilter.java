package feiyan.orders;

import feiyan.units.UnitId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search that somebody keeps under a name.
 *
 * @param unit whose staff find it too; null where it is the owner's alone
 * @param mine whether the reader is its owner
 */
public record SavedFilter(Id id, String name, @Nullable UnitId unit, boolean mine, OrderSearchCriteria criteria) {

    public record Id(UUID value) {}
}
