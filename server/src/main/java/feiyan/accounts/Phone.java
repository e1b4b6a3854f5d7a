package feiyan.accounts;

import feiyan.platform.Outcome;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A mainland phone number in one spelling: {@code 13812345678}, or {@code 0539-1234567} for a landline, which can be
 * called but receives no text message and signs nobody in. Prints masked, so that no log ever shows it whole.
 */
public record Phone(String digits) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    /** Beijing and the 02x cities have three digits of area code, everybody else four. */
    private static final Pattern LANDLINE = Pattern.compile("(010|02\\d|0[3-9]\\d{2})(\\d{7,8})");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Z}().\\-\\u2010-\\u2015]+");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+86|0086|86(?=1\\d{10}$))");

    public Phone {
        var landline = digits.contains("-")
                && LANDLINE.matcher(digits.replace("-", "")).matches();
        if (!landline && !MOBILE.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a phone number in its one spelling");
        }
    }

    /** Reads what somebody typed; a refusal says what is wrong with it. */
    public static Outcome<Phone> parse(String typed) {
        var plain = BETWEEN_DIGITS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        var local = COUNTRY.matcher(plain).replaceFirst("");
        if (local.isEmpty()) {
            return Outcome.refused("phone.missing");
        }
        // Abroad one writes +86 539 …, without the zero.
        return local.length() == plain.length() || local.startsWith("1") || local.startsWith("0")
                ? ofDigits(local)
                : ofDigits("0" + local);
    }

    /** As {@link #parse}, where a text message must reach it. */
    public static Outcome<Phone> parseMobile(String typed) {
        return parse(typed).then(phone -> phone.isMobile() ? Outcome.done(phone) : Outcome.refused("phone.landline"));
    }

    private static Outcome<Phone> ofDigits(String digits) {
        var landline = LANDLINE.matcher(digits);
        if (MOBILE.matcher(digits).matches()) {
            return Outcome.done(new Phone(digits));
        }
        if (landline.matches()) {
            return Outcome.done(new Phone(landline.group(1) + "-" + landline.group(2)));
        }
        return Outcome.refused(whatIsWrong(digits), digits.length());
    }

    private static String whatIsWrong(String digits) {
        if (!digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return "phone.not_digits";
        }
        if (!digits.startsWith("1")) {
            return "phone.unknown";
        }
        return digits.length() < 11 ? "phone.too_short" : digits.length() > 11 ? "phone.too_long" : "phone.unknown";
    }

    public boolean isMobile() {
        return digits.startsWith("1");
    }

    /** Enough to recognise one's own number, too little to call a stranger's: {@code 138****5678}. */
    public String masked() {
        return isMobile()
                ? digits.substring(0, 3) + "****" + digits.substring(7)
                : digits.substring(0, digits.indexOf('-') + 1) + "****" + digits.substring(digits.length() - 3);
    }

    @Override
    public String toString() {
        return masked();
    }
}
