package feiyan.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * The words of a form that was refused: the page that says so shows them, so that nobody has to find them a second
 * time. What was only chosen, a figure or a code is quickly given again. They are nowhere kept: what is shown is the
 * body of the very request that is answered.
 */
final class WrittenWords {

    /** Some forms ask for it in words, most for one of a list: then what comes is its code. */
    private static final String REASON = "reason";

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*");

    /** All fields that take words or a number to call; a test reads the templates, so that none is forgotten. */
    static final Set<String> FIELDS = Set.of(
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

    /**
     * What an address says is not shown: whoever made the link would write our page. What is refused as it is read
     * turns the whole request away, unless that has happened already and this is the page that says so.
     */
    private static Map<String, String[]> sent(HttpServletRequest request) {
        try {
            return method(request).equals("POST") && !FromElsewhere.is(request) ? request.getParameterMap() : Map.of();
        } catch (IllegalStateException broken) {
            return Map.of();
        } catch (RequestRejectedException hostile) {
            if (isToldAlready(request)) {
                return Map.of();
            }
            throw hostile;
        }
    }

    private static boolean isToldAlready(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
    }

    /** A page about what went wrong outside the pages is asked for by the container, which looks and sends nothing. */
    private static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String method
                ? method
                : request.getMethod();
    }
}
