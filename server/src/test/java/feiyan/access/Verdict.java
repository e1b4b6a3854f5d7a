package feiyan.access;

import java.util.Arrays;

/** How a door answers somebody who knocks with a well-formed request. */
enum Verdict {
    DONE('+', "shown or done"),
    ONWARD('o', "led on to another page, and nothing was changed"),
    SIGN_IN('>', "asked to sign in first"),
    NOT_THERE('.', "not there: answered as if it did not exist"),
    REFUSED('!', "refused, with the reason"),
    ALIKE('-', "refused in the very words in which what never was is refused"),
    MALFORMED('?', "anything else: never right");

    final char sign;
    final String words;

    Verdict(char sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    static Verdict of(char sign) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.sign == sign)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no verdict: " + sign));
    }

    /** Whether nothing may have changed. */
    boolean isDenied() {
        return this == SIGN_IN || this == NOT_THERE || this == REFUSED || this == ALIKE || this == MALFORMED;
    }
}
