package feiyan.orders.web;

import feiyan.menu.ProjectId;
import feiyan.orders.OrderSearchCriteria;
import feiyan.orders.Pile;
import feiyan.units.UnitId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody looks for. Never logged: prints without its contents. */
record SearchJson(
        @Nullable String words,
        @Nullable Pile pile,
        @Nullable UUID project,
        @Nullable UUID place,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean overdue,
        @Nullable Boolean urgent) {

    OrderSearchCriteria criteria() {
        return new OrderSearchCriteria(
                words == null ? "" : words,
                pile,
                project == null ? null : new ProjectId(project),
                place == null ? null : new UnitId(place),
                from,
                to,
                NeedJson.is(overdue),
                NeedJson.is(urgent));
    }

    static SearchJson of(OrderSearchCriteria criteria) {
        return new SearchJson(
                criteria.words(),
                criteria.pile(),
                criteria.project() == null ? null : criteria.project().value(),
                criteria.place() == null ? null : criteria.place().value(),
                criteria.from(),
                criteria.to(),
                criteria.overdue(),
                criteria.urgent());
    }

    @Override
    public String toString() {
        return "SearchJson[…]";
    }
}
