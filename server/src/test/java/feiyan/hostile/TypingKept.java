package feiyan.hostile;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What somebody wrote is still there when a page says no or asks for something to be put right: in the field as which
 * it was sent or, where the form is gone, as words to copy.
 */
final class TypingKept {

    private static final Set<Integer> NOT_TAKEN = Set.of(409, 422);

    private final Findings findings;

    TypingKept(Findings findings) {
        this.findings = findings;
    }

    void judge(Form form, Map<String, String> sent, HttpResponse<String> answer) {
        // What was looked for by an address stands in it still.
        if (!NOT_TAKEN.contains(answer.statusCode()) || form.method().equalsIgnoreCase("get")) {
            return;
        }
        var page = Sitting.page(answer);
        for (var name : form.typed()) {
            var value = sent.get(name);
            if (value != null && !isThere(page, name, plain(value))) {
                findings.add("typing is lost in " + name + " at " + form.kind(), answer, name + "=" + value);
            }
        }
    }

    /** A page may have several forms of one kind, one for each thing: one of them is the one that was sent. */
    private static boolean isThere(Document page, String name, String wanted) {
        return wanted.isEmpty()
                || page.select("form [name], [data-written]").stream()
                        .filter(field -> field.hasAttr("data-written")
                                || field.attr("name").equals(name))
                        .map(TypingKept::value)
                        .anyMatch(shown -> Objects.equals(plain(shown), wanted));
    }

    private static String value(Element field) {
        return field.normalName().equals("input") ? field.attr("value") : field.wholeText();
    }

    /** As much as HTML can carry: it knows no control characters and one kind of line end. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Z}\\ufffd\\ufffe\\uffff\\ufeff]", "");
    }
}
