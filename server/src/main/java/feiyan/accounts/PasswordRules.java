package feiyan.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import feiyan.platform.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Long rather than strange: length is what resists guessing, so no rule asks for signs or capitals. */
final class PasswordRules {

    static final int SHORTEST = 10;
    /** Beyond this, hashing would be work for nothing. */
    private static final int LONGEST = 200;

    private static final Set<String> COMMONEST = commonest();

    private PasswordRules() {}

    static Outcome<String> check(String password, Phone phone) {
        if (password.length() < SHORTEST) {
            return Outcome.refused("password.too_short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            return Outcome.refused("password.too_long", LONGEST);
        }
        if (password.contains(phone.digits())) {
            return Outcome.refused("password.is_phone");
        }
        return isCommon(password) ? Outcome.refused("password.common") : Outcome.done(password);
    }

    private static boolean isCommon(String password) {
        var few = password.chars().distinct().count() < 4;
        return few || COMMONEST.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> commonest() {
        var list = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/accounts/commonest-passwords.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
