package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.platform.Refusal;
import feiyan.units.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: words, all of which an order must have, and conditions, all of which it must meet.
 *
 * @param pile in one of its states; null for any
 * @param place its station is this unit or lies below it
 * @param from placed on this day or later
 * @param to placed on this day or earlier
 */
public record OrderSearchCriteria(
        String words,
        @Nullable Pile pile,
        @Nullable ProjectId project,
        @Nullable UnitId place,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean overdue,
        boolean urgent) {

    /** In characters; a longer one was pasted by mistake. */
    public static final int LONGEST = 50;

    private static final String BETWEEN = "\n";
    private static final int PARTS = 8;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public OrderSearchCriteria {
        words = CONTROL.matcher(words).replaceAll(" ").strip();
    }

    public static OrderSearchCriteria ofWords(String words) {
        return new OrderSearchCriteria(words, null, null, null, null, null, false, false);
    }

    /** Why nobody can look for this: nothing asked, too many words, too little of one. */
    public Optional<Refusal> wrong() {
        if (isEmpty()) {
            return Optional.of(Refusal.of("search.nothing"));
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            return Optional.of(Refusal.of("search.too_long", LONGEST));
        }
        return saysTooLittle() ? Optional.of(Refusal.of("search.too_little")) : Optional.empty();
    }

    private boolean isEmpty() {
        return words.isEmpty() && !hasConditions();
    }

    private boolean saysTooLittle() {
        return !words.isEmpty() && searchWords().stream().noneMatch(SearchWord::isLookedUp);
    }

    private boolean hasConditions() {
        return pile != null || project != null || place != null || from != null || to != null || overdue || urgent;
    }

    /** Whether it looks for a telephone by its end: that is a look at it, and noted as one. */
    public boolean asksForPhone() {
        return searchWords().stream().anyMatch(SearchWord::asksForPhone);
    }

    /** The words as they are compared, for whoever shows where they were found. */
    public List<String> marked() {
        return searchWords().stream().map(SearchWord::text).toList();
    }

    List<SearchWord> searchWords() {
        return SearchWord.of(words);
    }

    /** As one text, to be sealed. */
    String write() {
        return String.join(
                BETWEEN,
                words,
                text(pile),
                project == null ? "" : project.value().toString(),
                place == null ? "" : place.value().toString(),
                text(from),
                text(to),
                String.valueOf(overdue),
                String.valueOf(urgent));
    }

    /** Empty for what was written by another version of the house. */
    static Optional<OrderSearchCriteria> read(String written) {
        var parts = written.split(BETWEEN, -1);
        try {
            return parts.length != PARTS
                    ? Optional.empty()
                    : Optional.of(new OrderSearchCriteria(
                            parts[0],
                            part(parts[1], Pile::valueOf),
                            part(parts[2], id -> new ProjectId(UUID.fromString(id))),
                            part(parts[3], id -> new UnitId(UUID.fromString(id))),
                            part(parts[4], LocalDate::parse),
                            part(parts[5], LocalDate::parse),
                            Boolean.parseBoolean(parts[6]),
                            Boolean.parseBoolean(parts[7])));
        } catch (IllegalArgumentException | java.time.DateTimeException otherVersion) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object part) {
        return part == null ? "" : part.toString();
    }

    private static <T> @Nullable T part(String text, Function<String, T> read) {
        return text.isEmpty() ? null : read.apply(text);
    }

    /** What somebody looks for is nobody else's business: no log prints it. */
    @Override
    public String toString() {
        return "OrderSearchCriteria[…]";
    }
}
