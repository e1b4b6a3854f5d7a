package feiyan.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A form as it stands on a page, filled in as a well-meaning person would leave it.
 *
 * @param filled each field with its value; of several with one name the last
 * @param typed the names of those that take words, and should give them back; a code that counts once is asked anew
 */
record Form(
        String page, String action, String method, boolean multipart, Map<String, String> filled, List<String> typed) {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=/)[A-Za-z0-9_-]{20,}");

    /** The same for all orders: each route's form is wanted, not each order's. */
    String kind() {
        return method + " " + kind(action);
    }

    static String kind(String path) {
        return ID.matcher(path.split("\\?", 2)[0]).replaceAll("*");
    }

    static List<Form> of(Document page, String path) {
        var forms = new ArrayList<Form>();
        for (var form : page.select("form")) {
            var filled = new LinkedHashMap<String, String>();
            var typed = new ArrayList<String>();
            for (var field : form.select("[name]")) {
                fill(field, filled, typed);
            }
            var action = form.attr("action").isEmpty() ? path : form.attr("action");
            var method = form.attr("method").isEmpty() ? "get" : form.attr("method");
            forms.add(new Form(path, action, method, form.attr("enctype").startsWith("multipart"), filled, typed));
        }
        return forms;
    }

    private static void fill(Element field, Map<String, String> filled, List<String> typed) {
        var name = field.attr("name");
        switch (field.normalName()) {
            case "textarea" -> {
                filled.put(name, field.wholeText());
                typed.add(name);
            }
            case "select" -> {
                var chosen = field.select("option[selected]");
                var option = chosen.isEmpty() ? field.select("option").last() : chosen.first();
                filled.put(name, option == null ? "" : option.attr("value"));
            }
            default -> {
                var type = field.attr("type");
                boolean choice = type.equals("radio") || type.equals("checkbox");
                if (!choice || field.hasAttr("checked") || !filled.containsKey(name)) {
                    filled.put(name, field.attr("value"));
                }
                boolean once = field.attr("autocomplete").equals("one-time-code")
                        || field.attr("maxlength").equals("6");
                if (!once && List.of("text", "search", "tel", "url", "number").contains(type)) {
                    typed.add(name);
                }
            }
        }
    }
}
