package feiyan.accounts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device in plain words, from what its browser says of itself: enough to recognise one's own phone among others.
 *
 * @param system as {@code android}; a message {@code sessions.system.<system>}
 * @param browser as {@code wechat}; a message {@code sessions.browser.<browser>}
 */
public record Device(String system, String browser) {

    private static final String OTHER = "other";

    /** The first that fits: most claim to be several others, too. */
    private static final Map<String, String> SYSTEMS = ordered(
            "harmonyos", "harmony",
            "openharmony", "harmony",
            "ipad", "ipad",
            "iphone", "iphone",
            "android", "android",
            "windows", "windows",
            "mac os x", "mac",
            "linux", "linux");

    private static final Map<String, String> BROWSERS = ordered(
            "micromessenger", "wechat",
            "dingtalk", "dingtalk",
            "alipayclient", "alipay",
            "mqqbrowser", "qq",
            "ucbrowser", "uc",
            "huaweibrowser", "huawei",
            "miuibrowser", "xiaomi",
            "heytapbrowser", "oppo",
            "vivobrowser", "vivo",
            "quark", "quark",
            "edg", "edge",
            "firefox", "firefox",
            "fxios", "firefox",
            "chrome", "chrome",
            "crios", "chrome",
            "safari", "safari");

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static Device of(@Nullable String userAgent) {
        var said = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
        return new Device(first(SYSTEMS, said), first(BROWSERS, said));
    }

    private static String first(Map<String, String> known, String said) {
        return known.entrySet().stream()
                .filter(sign -> said.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    /** As it stands in the table. */
    String code() {
        return system + "." + browser;
    }

    static Device ofCode(String code) {
        var parts = Arrays.asList(code.split("\\.", 2));
        return new Device(parts.getFirst(), parts.size() == 2 ? parts.getLast() : OTHER);
    }
}
