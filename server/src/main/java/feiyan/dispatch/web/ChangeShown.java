package feiyan.dispatch.web;

import feiyan.dispatch.SuggestedChange;
import feiyan.dispatch.SuggestedChange.Kind;
import feiyan.dispatch.SuggestedChanges.Shown;
import feiyan.volunteers.WeekHours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suggested change as it is said.
 *
 * @param taken it holds, and can be undone
 * @param way how far it was in kilometres, roughly; null where it is not about that, or was taken
 * @param was the kilometres until now
 * @param kilometres those it would be
 * @param hours that would be free no more
 * @param last no other skill would be left
 */
record ChangeShown(
        UUID offer,
        Kind kind,
        boolean taken,
        @Nullable BigDecimal way,
        @Nullable BigDecimal was,
        @Nullable BigDecimal kilometres,
        List<HoursOfDay> hours,
        @Nullable String skill,
        boolean last) {

    private static final BigDecimal METRES = BigDecimal.valueOf(1000);

    /** From one full hour to another. */
    record HoursOfDay(DayOfWeek day, int from, int to) {}

    static ChangeShown of(Shown shown) {
        var id = shown.offer().value();
        var change = shown.change();
        return switch (change) {
            case SuggestedChange.Nearer(int way, int was, int metres) ->
                new ChangeShown(
                        id,
                        change.kind(),
                        shown.taken(),
                        shown.taken() ? null : kilometres(way),
                        kilometres(was),
                        kilometres(metres),
                        List.of(),
                        null,
                        false);
            case SuggestedChange.LessFree(var hours) ->
                new ChangeShown(id, change.kind(), shown.taken(), null, null, null, spans(hours), null, false);
            case SuggestedChange.WithoutSkill(var skill, boolean last) ->
                new ChangeShown(id, change.kind(), shown.taken(), null, null, null, List.of(), skill, last);
        };
    }

    /** To half a kilometre: home and need are known to 200 m only. */
    private static BigDecimal kilometres(int metres) {
        var halves = BigDecimal.valueOf(metres)
                .multiply(BigDecimal.TWO)
                .divide(METRES, 0, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE);
        return halves.divide(BigDecimal.TWO, 1, RoundingMode.UNNECESSARY).stripTrailingZeros();
    }

    private static List<HoursOfDay> spans(WeekHours hours) {
        var spans = new ArrayList<HoursOfDay>();
        for (var day : DayOfWeek.values()) {
            int from = 0;
            for (int hour = 0; hour <= 24; hour++) {
                if (hour == 24 || !hours.free(day, hour)) {
                    if (hour > from) {
                        spans.add(new HoursOfDay(day, from, hour));
                    }
                    from = hour + 1;
                }
            }
        }
        return List.copyOf(spans);
    }
}
