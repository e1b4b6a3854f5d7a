package feiyan.triage;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * What a character sounds like, so that 农鸡 is found where 农机 was meant. GB 2312 orders its 3,755 common characters by
 * sound; the first character of each syllable is therefore enough to know all of them. zh and z, ch and c, sh and s,
 * and the endings with n and ng fall together, as they do in the mouths of Linyi.
 */
final class Syllables {

    private static final Charset GB_2312 = Charset.forName("GB2312");
    private static final int FIRST_COMMON = 0xB0A1;
    private static final int LAST_COMMON = 0xD7F9;
    /** Sounds are written as characters of the private use area: a text and its sound have the same length. */
    private static final char FIRST_SOUND = '\uE000';

    private static final char[] SOUND = sounds();

    private Syllables() {}

    static String sound(String text) {
        var sound = text.toCharArray();
        for (int i = 0; i < sound.length; i++) {
            sound[i] = SOUND[sound[i]];
        }
        return new String(sound);
    }

    /** By character; one without a known sound stands for itself. */
    private static char[] sounds() {
        var starts = new HashMap<Integer, Character>();
        Map<String, Character> numbered = new HashMap<>();
        for (var line : Resources.lines("syllables.txt")) {
            var sound = merged(line.substring(2));
            var known = numbered.computeIfAbsent(sound, any -> (char) (FIRST_SOUND + numbered.size()));
            starts.put(code(line.charAt(0)), known);
        }
        return spread(starts);
    }

    private static String merged(String syllable) {
        return syllable.replaceFirst("^([zcs])h", "$1").replaceFirst("(?<=[aei])ng$", "n");
    }

    private static char[] spread(Map<Integer, Character> starts) {
        var sounds = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < sounds.length; c++) {
            sounds[c] = (char) c;
        }
        char now = FIRST_SOUND;
        for (int code = FIRST_COMMON; code <= LAST_COMMON; code++) {
            now = starts.getOrDefault(code, now);
            if ((code & 0xFF) >= 0xA1 && (code & 0xFF) <= 0xFE) {
                sounds[character(code)] = now;
            }
        }
        return sounds;
    }

    private static int code(char character) {
        var bytes = String.valueOf(character).getBytes(GB_2312);
        return (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    }

    private static char character(int code) {
        return new String(new byte[] {(byte) (code >> 8), (byte) code}, GB_2312).charAt(0);
    }
}
