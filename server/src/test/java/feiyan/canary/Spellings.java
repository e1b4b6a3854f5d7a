package feiyan.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A word in each way in which it may lie in an answer: as it is, escaped for HTML, an address or JSON, in base64 and in
 * hex. As bytes, each a character, so that whatever was sent is searched as it was sent.
 */
public record Spellings(String word, List<String> forms) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public static Spellings of(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add(word);
        forms.add(HtmlUtils.htmlEscape(word));
        forms.add(HtmlUtils.htmlEscape(word, UTF_8.name()));
        forms.add(HtmlUtils.htmlEscapeDecimal(word));
        forms.add(HtmlUtils.htmlEscapeHex(word));
        forms.add(URLEncoder.encode(word, UTF_8));
        forms.add(URLEncoder.encode(word, UTF_8).replace("+", "%20"));
        forms.add(json(word));
        forms.add(HexFormat.of().formatHex(word.getBytes(UTF_8)));
        addBase64(word.getBytes(UTF_8), forms);
        return new Spellings(word, forms.stream().map(Spellings::asSent).toList());
    }

    /** Bytes as text of as many characters: {@code indexOf} is all that a search needs. */
    public static String asSent(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static String asSent(String text) {
        return asSent(text.getBytes(UTF_8));
    }

    /** Ids are drawn: digits within one are those of a number by chance. */
    public boolean isIn(String sent) {
        return forms.stream().anyMatch(sent::contains)
                && forms.stream().anyMatch(ID.matcher(sent).replaceAll(" ")::contains);
    }

    private static String json(String word) {
        var escaped = new StringBuilder();
        word.chars().forEach(sign -> {
            if (sign < 0x80) {
                escaped.append((char) sign);
            } else {
                escaped.append("\\u%04x".formatted(sign));
            }
        });
        return escaped.toString();
    }

    /**
     * Within a longer text a word begins at any of three places of a group: what is its own there, without the rims.
     */
    private static void addBase64(byte[] word, Set<String> forms) {
        for (var base64 : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            for (int before = 0; before < 3; before++) {
                var shifted = new byte[before + word.length];
                System.arraycopy(word, 0, shifted, before, word.length);
                var whole = base64.withoutPadding().encodeToString(shifted);
                int from = before == 0 ? 0 : before + 1;
                int to = shifted.length / 3 * 4;
                if (to - from >= 8) {
                    forms.add(whole.substring(from, to));
                }
            }
        }
    }
}
