package feiyan.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Forwarded: for=192.0.2.60;proto=https, for="[2001:db8::1]:4711"} (RFC 7239): a map for each hand. */
final class ForwardedHeader {

    /** A pair, or what stands between pairs. */
    private static final Pattern PART =
            Pattern.compile("\\s*([A-Za-z]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,;\"]*))\\s*(;|,|$)|(,)");

    private ForwardedHeader() {}

    /** Nothing at all where it is malformed: half a truth is none. */
    static List<Map<String, String>> parse(String header) {
        var hops = new ArrayList<Map<String, String>>();
        var hop = new HashMap<String, String>();
        var part = PART.matcher(header);
        int read = 0;
        while (read < header.length()) {
            if (!part.find(read) || part.start() != read) {
                return List.of();
            }
            read = part.end();
            if (part.group(5) == null) {
                hop.put(part.group(1).toLowerCase(Locale.ROOT), value(part.group(2), part.group(3)));
            }
            if (!";".equals(part.group(4))) {
                hops.add(hop);
                hop = new HashMap<>();
            }
        }
        return hops;
    }

    private static String value(@Nullable String quoted, String plain) {
        return quoted == null ? plain : quoted.replaceAll("\\\\(.)", "$1");
    }
}
