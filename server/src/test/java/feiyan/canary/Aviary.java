package feiyan.canary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All canaries of the field table, and which of them sit in an answer. Each has a song of one shape, so that one look
 * over an answer finds all of them, packed in base64 or hex too; letters and digits are the same in HTML, in an address
 * and in JSON.
 */
final class Aviary {

    private static final Pattern SONG = Pattern.compile("Kz[a-z]{3}\\d{3}q|166\\d{8}|\\d{6}-[2-9A-HJKMNP-TV-Z]{5}");
    private static final Pattern CODE =
            Pattern.compile("(?<![0-9A-Za-z.#_%-])(\\d{6}|\\d{3} \\d{3}|\\d( \\d){5})(?![0-9A-Za-z_%-])");
    private static final Pattern PACKED = Pattern.compile("[A-Za-z0-9+/_-]{12,}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{16,}");
    /** How a song begins in base64, by its place in a group of three, and in hex: the rest need not be unpacked. */
    private static final Pattern HINT = Pattern.compile("S3p|t6|Le[mn]|MTY2|E2N|xNj|4b7a|4B7A|313636");

    private final Map<String, Canary> songs = new HashMap<>();
    private final Map<String, Canary> codes = new HashMap<>();
    /** Found as they are: pieces of pictures, tokens of links. */
    private final Map<String, Canary> pieces = new HashMap<>();

    private int hatched;

    /** A word that nobody ever wrote, for a text field. */
    String word(Canary canary) {
        var letters = (canary.field().replaceAll("[^a-z]", "") + "xxx").substring(0, 3);
        var song = "Kz%s%03dq".formatted(letters.toLowerCase(Locale.ROOT), hatched++);
        songs.put(song, canary);
        return song;
    }

    String phone(Canary canary) {
        var song = "166%08d".formatted(71_000_000 + 13 * hatched++);
        songs.put(song, canary);
        return song;
    }

    /** Made by the house: an order's number. */
    void song(String song, Canary canary) {
        songs.put(song, canary);
    }

    void code(String code, Canary canary) {
        codes.put(code, canary);
    }

    void piece(String piece, Canary canary) {
        pieces.put(piece, canary);
    }

    void piece(byte[] bytes, Canary canary) {
        int middle = bytes.length / 2;
        pieces.put(Spellings.asSent(Arrays.copyOfRange(bytes, middle, middle + 32)), canary);
    }

    Set<Canary> canaries() {
        var all = new HashSet<>(songs.values());
        all.addAll(codes.values());
        all.addAll(pieces.values());
        return all;
    }

    Set<Canary> in(String sent) {
        var found = new HashSet<Canary>();
        for (var text : unpacked(sent)) {
            find(SONG, text, songs, found);
        }
        find(CODE, sent, codes, found);
        pieces.forEach((piece, canary) -> {
            if (sent.contains(piece)) {
                found.add(canary);
            }
        });
        return found;
    }

    private static void find(Pattern shape, String text, Map<String, Canary> known, Set<Canary> found) {
        var each = shape.matcher(text);
        while (each.find()) {
            var canary = known.get(each.group().replace(" ", ""));
            if (canary != null) {
                found.add(canary);
            }
        }
    }

    /** The text, and whatever in it can be unpacked. */
    private static List<String> unpacked(String sent) {
        var texts = new ArrayList<String>();
        texts.add(sent);
        var runs = PACKED.matcher(sent);
        while (runs.find()) {
            if (!HINT.matcher(runs.group()).find()) {
                continue;
            }
            var run = runs.group().replace('-', '+').replace('_', '/');
            for (int from = 0; from < 4; from++) {
                texts.add(decoded(run.substring(from)));
            }
            addHex(runs.group(), texts);
        }
        return texts;
    }

    private static String decoded(String run) {
        var whole = run.substring(0, run.length() / 4 * 4);
        return new String(Base64.getDecoder().decode(whole), StandardCharsets.ISO_8859_1);
    }

    private static void addHex(String run, List<String> texts) {
        var hex = HEX.matcher(run);
        while (hex.find()) {
            for (int from = 0; from < 2; from++) {
                var digits = hex.group().substring(from);
                var whole = digits.substring(0, digits.length() / 2 * 2);
                texts.add(new String(HexFormat.of().parseHex(whole), StandardCharsets.ISO_8859_1));
            }
        }
    }
}
