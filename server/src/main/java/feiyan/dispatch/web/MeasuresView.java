package feiyan.dispatch.web;

import feiyan.dispatch.measures.DispatchMeasures;
import feiyan.dispatch.measures.DispatchMeasures.Declined;
import feiyan.dispatch.measures.DispatchMeasures.Wait;
import feiyan.dispatch.measures.Share;
import feiyan.dispatch.measures.Spread;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A unit's measures as they stand on the page: each figure in words, and in one sentence what it counts. */
@Component
class MeasuresView {

    private final MessageSource messages;

    MeasuresView(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * One figure.
     *
     * @param key under {@code dispatch.measures.}: its name, and what it counts
     * @param value null where there is too little to tell
     */
    record Line(String key, @Nullable String value) {}

    /** @param percent of all that were declined */
    record Reason(String word, int times, int percent) {}

    Map<String, Object> model(DispatchMeasures measures) {
        return Map.of(
                "measures",
                measures,
                "lines",
                lines(measures),
                "reasons",
                reasons(measures),
                "tooFewDeclined",
                measures.declined() == null,
                "few",
                DispatchMeasures.FEW);
    }

    private List<Line> lines(DispatchMeasures measures) {
        return List.of(
                new Line("wait", waited(measures.waited())),
                new Line("filled", share(measures.filled())),
                new Line("per_seat", perSeat(measures.perSeat())),
                new Line("answered", share(measures.answered())),
                new Line("spread", spread(measures.spread())));
    }

    private @Nullable String waited(@Nullable Wait wait) {
        return wait == null
                ? null
                : word("dispatch.measures.wait.is", length(wait.median()), length(wait.ninth()), wait.accepted());
    }

    private String length(int minutes) {
        var length = Duration.ofMinutes(minutes);
        return length.toDays() > 0
                ? word("dispatch.measures.days_hours", length.toDays(), length.toHoursPart())
                : length.toHours() > 0
                        ? word("dispatch.measures.hours_minutes", length.toHours(), length.toMinutesPart())
                        : word("dispatch.measures.minutes", minutes);
    }

    private @Nullable String share(@Nullable Share share) {
        return share == null ? null : word("dispatch.measures.share", share.percent(), share.some(), share.all());
    }

    private @Nullable String perSeat(@Nullable Double perSeat) {
        return perSeat == null ? null : word("dispatch.measures.per_seat.is", rounded("%.1f", perSeat));
    }

    private @Nullable String spread(@Nullable Spread spread) {
        return spread == null
                ? null
                : word(
                        "dispatch.measures.spread.is",
                        rounded("%.2f", spread.gini()),
                        spread.busiestTenth(),
                        spread.people());
    }

    private static String rounded(String form, double value) {
        return form.formatted(value);
    }

    private List<Reason> reasons(DispatchMeasures measures) {
        var declined = Objects.requireNonNullElse(measures.declined(), List.<Declined>of());
        int all = declined.stream().mapToInt(Declined::times).sum();
        return declined.stream()
                .map(one -> new Reason(reason(one.reason()), one.times(), new Share(one.times(), all).percent()))
                .toList();
    }

    /** A reason that this house no longer offers counts as another one. */
    private String reason(@Nullable String code) {
        var other = word("dispatch.decline.OTHER");
        return code == null
                ? word("dispatch.measures.declined.unsaid")
                : Objects.requireNonNull(messages.getMessage(
                        "dispatch.decline." + code.toUpperCase(Locale.ROOT), null, other, locale()));
    }

    private String word(String key, Object... args) {
        return messages.getMessage(key, args, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
