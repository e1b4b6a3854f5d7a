package feiyan.orders;

import feiyan.accounts.Phone;
import feiyan.platform.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One word of a search, as {@link OrderSearchText} writes it, and what it may be. */
record SearchWord(String text) {

    private static final Pattern LETTERS = Pattern.compile("[a-z]{2,}");
    private static final Pattern NUMBER = Pattern.compile("[0-9a-z]{3,11}");
    private static final Pattern PHONE = Pattern.compile("\\d{4}|1\\d{10}");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final int END = 4;

    static List<SearchWord> of(String typed) {
        return OrderSearchText.runs(typed).stream()
                .distinct()
                .map(SearchWord::new)
                .toList();
    }

    /** A single character is in every second order: it narrows a search, but nothing is looked up by it. */
    boolean isLookedUp() {
        return OrderSearchText.length(text) > 1;
    }

    boolean isLetters() {
        return LETTERS.matcher(text).matches();
    }

    boolean mayBeNumber() {
        return NUMBER.matcher(text).matches();
    }

    boolean asksForPhone() {
        return PHONE.matcher(text).matches();
    }

    /** A whole number, under which an order's words are kept as well. */
    Optional<Phone> asPhone() {
        return asksForPhone() && Phone.parse(text) instanceof Outcome.Done<Phone>(var phone)
                ? Optional.of(phone)
                : Optional.empty();
    }

    /** The last four digits, where the word may be those of a telephone, or all of what cannot be one. */
    Optional<String> asPhoneEnd() {
        return asksForPhone() ? phoneEnd(text) : Optional.empty();
    }

    static Optional<String> phoneEnd(String phone) {
        var digits = digits(phone);
        return digits.length() < END ? Optional.empty() : Optional.of(digits.substring(digits.length() - END));
    }

    static String digits(String phone) {
        return NO_DIGIT.matcher(phone).replaceAll("");
    }
}
