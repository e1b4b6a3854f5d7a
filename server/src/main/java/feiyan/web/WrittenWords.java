package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The words of a form that was refused: the page that says so shows them, so that nobody has to find them a second
 * time. What was only chosen, a figure or a code is quickly given again.
 */
final class WrittenWords {

    /**
     * The fields of all forms that take words or a number to call. A form with another loses it: a test tells which.
     */
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
            "phone",
            "purpose",
            "qualification",
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

    /** In the order in which they were sent; none where nothing was. */
    static List<String> of(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(sent -> FIELDS.contains(sent.getKey()))
                .flatMap(sent -> Arrays.stream(sent.getValue()))
                .filter(written -> !written.isBlank())
                .distinct()
                .toList();
    }
}
