package feiyan.bench.loop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody at the pages: with cookies, with the key against forged forms, and where a form leads they follow. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final byte[] NOTHING = new byte[0];
    private static final int HOPS = 5;

    private final Wire wire;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";
    private String at = "/";

    public Browser(Wire wire) {
        this.wire = wire;
    }

    /** Where one is: the last page's address. */
    public String address() {
        return at;
    }

    /** At whatever hour the server has. */
    public Sheet get(String path) {
        return get(null, path);
    }

    public Sheet get(@Nullable Instant hour, String path) {
        return shown(hour, wire.send("GET", path, head(hour), NOTHING), path, HOPS);
    }

    public Sheet post(String path, String... fields) {
        return post((Instant) null, path, fields);
    }

    /** Sends a form, and looks at the page that it leads to. */
    Sheet post(@Nullable Instant hour, String path, String... fields) {
        var answer = sent(hour, path, fields);
        if (answer.location() == null) {
            throw new IllegalStateException(path + ": " + answer.status() + "\n" + answer.text());
        }
        return shown(hour, answer, path, HOPS);
    }

    /** Sends a form that is answered by a page at once, as a search is. */
    public Sheet ask(@Nullable Instant hour, String path, String... fields) {
        return shown(hour, sent(hour, path, fields), path, HOPS);
    }

    private Wire.Answer sent(@Nullable Instant hour, String path, String... fields) {
        var form = new StringBuilder("_csrf=").append(encoded(csrf));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        var head = head(hour) + "Content-Type: application/x-www-form-urlencoded\r\n";
        return wire.send("POST", path, head, form.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Sheet shown(@Nullable Instant hour, Wire.Answer answer, String path, int hops) {
        keep(answer);
        var location = answer.location();
        if (location != null && hops > 0) {
            var next = location.replaceFirst("^https?://[^/]+", "");
            return shown(hour, wire.send("GET", next, head(hour), NOTHING), next, hops - 1);
        }
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.status() + "\n" + answer.text());
        }
        at = path;
        var sheet = new Sheet(answer.text());
        if (csrf.isEmpty()) {
            csrf = sheet.find(CSRF).orElse("");
        }
        return sheet;
    }

    private void keep(Wire.Answer answer) {
        for (var cookie : answer.cookies()) {
            int sign = cookie.indexOf('=');
            cookies.put(cookie.substring(0, sign), cookie.substring(sign + 1));
        }
    }

    /** The next page has another key against forged forms: somebody has signed in. */
    public void forgetKey() {
        csrf = "";
    }

    /** By name. */
    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    private String head(@Nullable Instant hour) {
        var head = new StringBuilder("Accept: text/html\r\nAccept-Language: zh-CN\r\nSec-Fetch-Site: same-origin\r\n");
        if (hour != null) {
            head.append(BenchBeans.HOUR)
                    .append(": ")
                    .append(BenchBeans.hour(hour))
                    .append("\r\n");
        }
        if (!cookies.isEmpty()) {
            head.append("Cookie: ");
            cookies.forEach(
                    (name, value) -> head.append(name).append('=').append(value).append("; "));
            head.append("\r\n");
        }
        return head.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
