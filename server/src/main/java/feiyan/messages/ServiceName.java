package feiyan.messages;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project's name as a text message can bear it: cut where it is long, none where the alphabet cannot write it. */
final class ServiceName {

    static final int LONGEST_CHINESE = 12;
    static final int LONGEST_ENGLISH = 20;

    private ServiceName() {}

    static Optional<String> written(@Nullable String name, Locale language) {
        if (name == null) {
            return Optional.empty();
        }
        var chinese = language.getLanguage().equals("zh");
        // One Chinese sign would leave an English message 70 signs instead of 160.
        return chinese
                ? Optional.of(cut(name, LONGEST_CHINESE, "…"))
                : Optional.of(name).filter(Gsm7::writes).map(written -> cut(written, LONGEST_ENGLISH, "..."));
    }

    private static String cut(String name, int longest, String more) {
        if (name.length() <= longest) {
            return name;
        }
        var end = longest - more.length();
        // A rare character of two halves is not cut in between.
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + more;
    }
}
