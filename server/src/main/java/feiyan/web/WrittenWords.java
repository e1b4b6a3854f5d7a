package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a form that was refused: the page that says so shows them, so that nobody has to find them a second
 * time. What was only chosen, a figure or a code is quickly given again.
 */
final class WrittenWords {

    /** Some forms ask for it in words, most for one of a list: then what comes is its code. */
    private static final String REASON = "reason";

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*");

    /** All fields that take words or a number to call. A form with another loses what is in it: a test tells which. */
    private static final Set<String> FIELDS = Set.of(
            "address",
            "administrator",
            "colleague",
            "county",
            "done",
            "experience",
            "facilities",
            "field",
            "find",
            "guardian",
            "invitee",
            "leader",
            "name",
            "namedTyped",
            "need",
            "newPhone",
            "newUnit",
            "number",
            "phone",
            "purpose",
            "qualification",
            REASON,
            "recipient",
            "skill",
            "text",
            "venue",
            "viewer",
            "whose",
            "why",
            "wish",
            "words");

    private WrittenWords() {}

    /** In the order in which they were sent; none where nothing was, or where the form came broken. */
    static List<String> of(HttpServletRequest request) {
        return sent(request).entrySet().stream()
                .filter(field -> FIELDS.contains(field.getKey()))
                .flatMap(field -> Arrays.stream(field.getValue()).filter(sent -> isWords(field.getKey(), sent)))
                .distinct()
                .toList();
    }

    private static boolean isWords(String field, String sent) {
        return !sent.isBlank() && !(field.equals(REASON) && CODE.matcher(sent).matches());
    }

    /** What an address says is not shown: whoever made the link would write our page. */
    private static Map<String, String[]> sent(HttpServletRequest request) {
        try {
            return request.getMethod().equals("POST") ? request.getParameterMap() : Map.of();
        } catch (IllegalStateException broken) {
            return Map.of();
        }
    }
}
