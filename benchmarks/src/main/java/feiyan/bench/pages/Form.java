package feiyan.bench.pages;

import feiyan.bench.Unsound;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** A form as it stands on a page: what a browser sends of it to whose fields nothing is done. */
final class Form {

    private static final Pattern FIELD =
            Pattern.compile("<input\\b([^>]*)>|<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

    private final Map<String, String> fields = new LinkedHashMap<>();

    private Form() {}

    /** @param action where it goes: the first on the page that goes there */
    static Form on(String html, String action) {
        var found = Pattern.compile(
                        "<form\\b[^>]*\\baction=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(html);
        if (!found.find()) {
            throw new Unsound("no form that goes to " + action);
        }
        var form = new Form();
        FIELD.matcher(found.group(1)).results().forEach(form::read);
        return form;
    }

    private void read(MatchResult field) {
        if (field.group(1) == null) {
            chosen(field.group(3)).ifPresent(option -> put(field.group(2), option));
        } else if (!field.group(1).matches("(?s).*\\btype=\"(radio|checkbox|file)\".*")
                || field.group(1).contains("checked=")) {
            put(field.group(1), field.group(1));
        }
    }

    /** Where nothing is chosen, a browser shows the first. */
    private static Optional<String> chosen(String options) {
        var all =
                OPTION.matcher(options).results().map(option -> option.group(1)).toList();
        return Stream.concat(all.stream().filter(option -> option.contains("selected=")), all.stream())
                .findFirst();
    }

    /** The key against forged forms is the browser's own matter. */
    private void put(String named, String valued) {
        attribute(named, "name")
                .filter(name -> !name.equals("_csrf"))
                .ifPresent(name -> fields.put(name, attribute(valued, "value").orElse("")));
    }

    private static Optional<String> attribute(String tag, String name) {
        var found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? Optional.of(HtmlUtils.htmlUnescape(found.group(1))) : Optional.empty();
    }

    /** Names and values in turn, {@code typed} over what stood there. */
    String[] filled(String... typed) {
        var all = new LinkedHashMap<>(fields);
        for (int i = 0; i + 1 < typed.length; i += 2) {
            all.put(typed[i], typed[i + 1]);
        }
        return all.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }
}
