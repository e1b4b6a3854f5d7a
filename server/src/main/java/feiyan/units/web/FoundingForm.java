package feiyan.units.web;

import feiyan.accounts.Phone;
import feiyan.platform.Outcome;
import feiyan.units.Founding;
import org.jspecify.annotations.Nullable;

/** The founding as it was typed. */
record FoundingForm(String county, @Nullable String divisionCode, String administrator, String phone, String password) {

    static FoundingForm empty() {
        return new FoundingForm("", null, "", "", "");
    }

    Outcome<Founding> read() {
        return Phone.parseMobile(phone).map(good -> new Founding(county, code(), administrator, good, password));
    }

    private @Nullable String code() {
        return divisionCode == null || divisionCode.isBlank() ? null : divisionCode.strip();
    }

    /** Beside which field a refusal belongs. */
    static String fieldOf(String refusal) {
        return switch (refusal.substring(0, refusal.indexOf('.'))) {
            case "phone", "account" -> "phone";
            case "password" -> "password";
            case "name" -> "administrator";
            case "county" -> "divisionCode";
            default -> "county";
        };
    }
}
