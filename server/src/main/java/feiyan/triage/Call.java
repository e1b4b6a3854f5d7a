package feiyan.triage;

import java.util.Optional;

/** Words that were a call for help, or were none. Who had to be called is known of the calls written by hand. */
record Call(String words, boolean forHelp, Optional<Emergency> number) {

    private static final String CALM = "CALM";

    static Call of(Example example) {
        return new Call(example.words(), example.emergency(), Optional.empty());
    }

    /** {@code label}: the name of an emergency, or CALM. */
    static Call of(String words, String label) {
        return label.equals(CALM)
                ? new Call(words, false, Optional.empty())
                : new Call(words, true, Optional.of(Emergency.valueOf(label)));
    }
}
