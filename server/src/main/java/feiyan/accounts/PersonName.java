package feiyan.accounts;

import feiyan.platform.Outcome;

/** What may stand as a person's name: anything people are called by, on one line. */
final class PersonName {

    private static final int LONGEST = 40;

    private PersonName() {}

    static Outcome<String> parse(String typed) {
        var name = typed.strip();
        if (name.isEmpty()) {
            return Outcome.refused("name.missing");
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return Outcome.refused("name.too_long", LONGEST);
        }
        return name.codePoints().anyMatch(Character::isISOControl)
                ? Outcome.refused("name.unreadable")
                : Outcome.done(name);
    }
}
