package feiyan.orders;

import feiyan.orders.OrderSearchRows.Candidate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares opened words with those of a search: the index only says which orders may be meant. Two bigrams may stand in
 * different sentences, and two hashes may be the same by chance.
 */
record OrderSearchMatch(List<SearchWord> words) {

    /** Each word is somewhere in what the reader may see. */
    boolean fits(Candidate candidate) {
        return candidate.shown()
                && words.stream().allMatch(word -> !places(word, candidate).isEmpty());
    }

    Set<FoundIn> places(Candidate candidate) {
        var places = EnumSet.noneOf(FoundIn.class);
        words.forEach(word -> places.addAll(places(word, candidate)));
        return places;
    }

    private static Set<FoundIn> places(SearchWord word, Candidate candidate) {
        var places = EnumSet.noneOf(FoundIn.class);
        add(places, FoundIn.NEED, says(candidate.line().need(), word));
        add(places, FoundIn.RECIPIENT, isNamed(candidate.recipient(), word));
        add(places, FoundIn.PROJECT, isNamed(candidate.project(), word));
        add(places, FoundIn.STATION, isNamed(candidate.station(), word));
        add(places, FoundIn.NUMBER, isNumber(candidate.line().number(), word));
        add(places, FoundIn.PHONE, isPhone(candidate.phone(), word));
        return places;
    }

    private static void add(Set<FoundIn> places, FoundIn place, boolean found) {
        if (found) {
            places.add(place);
        }
    }

    private static boolean says(@Nullable String text, SearchWord word) {
        return text != null && OrderSearchText.runs(text).stream().anyMatch(run -> run.contains(word.text()));
    }

    private static boolean isNamed(@Nullable String name, SearchWord word) {
        return name != null && (says(name, word) || hasInitials(name, word));
    }

    private static boolean hasInitials(String name, SearchWord word) {
        return word.isLetters()
                && OrderSearchText.runs(name).stream()
                        .anyMatch(run -> PinyinInitials.indexIn(PinyinInitials.of(run), word.text()) >= 0);
    }

    private static boolean isNumber(String number, SearchWord word) {
        var runs = OrderSearchText.runs(number);
        return word.mayBeNumber()
                && (runs.getFirst().equals(word.text())
                        || runs.getLast().endsWith(word.text())
                        || String.join("", runs).equals(word.text()));
    }

    private static boolean isPhone(@Nullable String phone, SearchWord word) {
        return phone != null && word.asksForPhone() && SearchWord.digits(phone).endsWith(word.text());
    }
}
