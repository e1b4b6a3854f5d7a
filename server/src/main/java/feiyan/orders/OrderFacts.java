package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What is true of an order in every state.
 *
 * @param version how many events it has; each move adds one
 * @param unit the unit that has it now
 * @param dispatching the unit that approved it last
 * @param headcount seats, 1 to 12
 * @param reopened how often "not solved" brought it back
 * @param rated whether it was rated since it was served last
 */
public record OrderFacts(
        CountyId county,
        OrderId id,
        int version,
        UnitId unit,
        @Nullable UnitId dispatching,
        @Nullable ProjectId project,
        int headcount,
        @Nullable OrderId parent,
        int reopened,
        boolean rated) {

    OrderFacts next() {
        return new OrderFacts(county, id, version + 1, unit, dispatching, project, headcount, parent, reopened, rated);
    }

    OrderFacts at(UnitId unit) {
        return new OrderFacts(county, id, version + 1, unit, dispatching, project, headcount, parent, reopened, rated);
    }

    OrderFacts approvedBy(Command.Approve approval) {
        var by = approval.by();
        return new OrderFacts(
                county, id, version + 1, by, by, approval.project(), approval.headcount(), parent, reopened, rated);
    }

    OrderFacts within(@Nullable OrderId parent) {
        return new OrderFacts(county, id, version + 1, unit, dispatching, project, headcount, parent, reopened, rated);
    }

    OrderFacts ratedNow() {
        return new OrderFacts(county, id, version + 1, unit, dispatching, project, headcount, parent, reopened, true);
    }

    OrderFacts reopenedAt(UnitId unit) {
        return new OrderFacts(
                county, id, version + 1, unit, dispatching, project, headcount, null, reopened + 1, false);
    }
}
