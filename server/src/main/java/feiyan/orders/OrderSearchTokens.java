package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What an order can be found by, as keyed hashes of 32 bits: the database never holds a piece of a name or of a need,
 * and what two words share by chance is told apart when the words are opened.
 */
@Component
class OrderSearchTokens {

    private static final int FEWEST_INITIALS = 2;
    private static final int MOST_INITIALS = 6;
    /** A name is short; whoever writes a novel there does not blow up the index. */
    private static final int NAME_SIGNS = 20;
    /** Ways to read the same few characters. */
    private static final int READINGS = 16;

    private static final int SHORTEST_NUMBER_END = 3;

    private final FieldCipher cipher;

    OrderSearchTokens(FieldCipher cipher) {
        this.cipher = cipher;
    }

    private enum Kind {
        TEXT,
        INITIALS,
        NUMBER,
        PHONE
    }

    /** An order's words, opened. */
    record Words(String need, String recipient, String phone, String project, String station, String number) {}

    List<Integer> of(CountyId county, Words words) {
        var names = List.of(words.recipient(), words.project(), words.station());
        var text = Stream.concat(Stream.of(words.need()), names.stream())
                .flatMap(each -> OrderSearchText.runs(each).stream())
                .flatMap(run -> OrderSearchText.bigrams(run).stream())
                .map(bigram -> token(county, Kind.TEXT, bigram));
        var initials = names.stream()
                .flatMap(each -> OrderSearchText.runs(each).stream())
                .flatMap(run -> initials(run).stream())
                .map(letters -> token(county, Kind.INITIALS, letters));
        var numbers = numberEnds(words.number()).map(end -> token(county, Kind.NUMBER, end));
        var phone = SearchWord.phoneEnd(words.phone()).stream().map(end -> token(county, Kind.PHONE, end));
        return Stream.of(text, initials, numbers, phone)
                .flatMap(tokens -> tokens)
                .distinct()
                .sorted()
                .toList();
    }

    /** The ways in which the word may have got into the index: each is a set of tokens that an order must have. */
    List<int[]> ways(CountyId county, SearchWord word) {
        var ways = new ArrayList<int[]>();
        ways.add(OrderSearchText.bigrams(word.text()).stream()
                .mapToInt(bigram -> token(county, Kind.TEXT, bigram))
                .toArray());
        if (word.isLetters()) {
            var letters =
                    word.text().substring(0, Math.min(MOST_INITIALS, word.text().length()));
            ways.add(new int[] {token(county, Kind.INITIALS, letters)});
        }
        if (word.mayBeNumber()) {
            ways.add(new int[] {token(county, Kind.NUMBER, word.text())});
        }
        if (word.asPhone().isEmpty()) {
            word.asPhoneEnd().ifPresent(end -> ways.add(new int[] {token(county, Kind.PHONE, end)}));
        }
        return ways;
    }

    /** By which key the orders for a whole number are found: its end alone is that of more orders with each year. */
    Optional<byte[]> phoneKey(SearchWord word) {
        return word.asPhone().map(phone -> Likely.phoneKey(cipher, phone));
    }

    /** Its day, its signs behind the dash, their ends, and all of it. */
    private static Stream<String> numberEnds(String number) {
        var runs = OrderSearchText.runs(number);
        var end = runs.getLast();
        var ends = new ArrayList<>(List.of(runs.getFirst(), String.join("", runs)));
        for (int from = 0; end.length() - from >= SHORTEST_NUMBER_END; from++) {
            ends.add(end.substring(from));
        }
        return ends.stream();
    }

    /** The initials of each stretch of the name, so that a search may begin in its middle. */
    private static Set<String> initials(String run) {
        var letters = PinyinInitials.of(run).stream().limit(NAME_SIGNS).toList();
        var stretches = new LinkedHashSet<String>();
        for (int start = 0; start < letters.size(); start++) {
            var readings = List.of("");
            for (int end = start; end < Math.min(letters.size(), start + MOST_INITIALS); end++) {
                readings = longer(readings, letters.get(end));
                if (end - start + 1 >= FEWEST_INITIALS) {
                    stretches.addAll(readings);
                }
            }
        }
        return stretches;
    }

    private static List<String> longer(List<String> readings, String letters) {
        return readings.stream()
                .flatMap(reading -> letters.chars().mapToObj(letter -> reading + (char) letter))
                .limit(READINGS)
                .toList();
    }

    private int token(CountyId county, Kind kind, String piece) {
        var purpose = "order_search." + county.value() + "." + kind;
        return ByteBuffer.wrap(cipher.fingerprint(purpose, piece)).getInt();
    }
}
