package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.orders.Draft.Leaf;
import feiyan.orders.Draft.Sheet;
import feiyan.orders.DraftText;
import feiyan.platform.Ids;
import feiyan.units.UnitId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The second sheet as the browser sends it.
 *
 * @param day one of {@link Days}
 * @param part of the day: {@link DayPart}
 * @param urgent cannot wait for office hours; null where the box was not ticked
 * @param named a volunteer who came before; null where nobody was chosen
 */
record OrderForm(
        @Nullable UnitId station,
        @Nullable String address,
        @Nullable String recipient,
        @Nullable String phone,
        @Nullable String day,
        @Nullable String part,
        @Nullable Boolean urgent,
        @Nullable PersonId named,
        @Nullable String namedTyped) {

    DraftText.Where typed() {
        return new DraftText.Where(
                station,
                said(address),
                said(recipient),
                said(phone),
                said(day),
                said(part),
                Boolean.TRUE.equals(urgent),
                named,
                said(namedTyped));
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    /** Which page a sheet comes from, in its hidden fields. */
    record From(@Nullable Integer seen, @Nullable UUID leaf) {

        Leaf of(Sheet sheet) {
            return new Leaf(sheet, Objects.requireNonNullElse(seen, 0), Objects.requireNonNullElseGet(leaf, Ids::next));
        }
    }
}
