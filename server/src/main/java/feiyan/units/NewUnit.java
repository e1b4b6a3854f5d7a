package feiyan.units;

import org.jspecify.annotations.Nullable;

/** A unit to open; its tier follows from the unit above it. */
public record NewUnit(
        String name,
        @Nullable String areaCode,
        @Nullable String phone,
        @Nullable Position position) {

    public static NewUnit named(String name) {
        return new NewUnit(name, null, null, null);
    }
}
