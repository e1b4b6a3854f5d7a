package feiyan.units.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it stands on the page, its values in words.
 *
 * @param group the first part of its key: what it is about
 * @param bounds null where there is nothing to measure
 * @param since null where the standard holds
 * @param by whose decision it was; null where no person's
 */
record SettingLine(
        String key,
        String group,
        String kind,
        String value,
        String standard,
        @Nullable String bounds,
        @Nullable Instant since,
        @Nullable String by) {}
