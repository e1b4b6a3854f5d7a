package feiyan.units;

import feiyan.accounts.Phone;
import org.jspecify.annotations.Nullable;

/**
 * What the first administrator says to found a county.
 *
 * @param divisionCode six digits; null for a new area that has none
 */
public record Founding(
        String county, @Nullable String divisionCode, String administrator, Phone phone, String password) {

    /** Without the password, whoever logs it. */
    @Override
    public String toString() {
        return "Founding[" + county + "]";
    }
}
