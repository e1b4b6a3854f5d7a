package feiyan.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/** How somebody wants the pages: a cookie of the device, since a family shares a phone more often than an account. */
record ViewSettings(String language, String theme, boolean elder) {

    private static final String COOKIE = "view";
    private static final List<String> LANGUAGES = List.of("zh-CN", "en");
    private static final List<String> THEMES = List.of("auto", "light", "dark");
    static final ViewSettings DEFAULT = new ViewSettings("zh-CN", "auto", false);

    /** Whatever is not known stays as the default: cookies and parameters come from outside. */
    ViewSettings {
        language = LANGUAGES.contains(language) ? language : "zh-CN";
        theme = THEMES.contains(theme) ? theme : "auto";
    }

    static ViewSettings of(HttpServletRequest request) {
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(CookieNames.of(COOKIE, request.isSecure())))
                .map(cookie -> parse(cookie.getValue()))
                .findFirst()
                .orElse(DEFAULT);
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? Stream.empty() : Arrays.stream(cookies);
    }

    private static ViewSettings parse(String value) {
        var parts = value.split("\\.", -1);
        return parts.length == 3 ? new ViewSettings(parts[0], parts[1], parts[2].equals("elder")) : DEFAULT;
    }

    ViewSettings withLanguage(String chosen) {
        return new ViewSettings(chosen, theme, elder);
    }

    ViewSettings withTheme(String chosen) {
        return new ViewSettings(language, chosen, elder);
    }

    ViewSettings withElder(boolean chosen) {
        return new ViewSettings(language, theme, chosen);
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    ResponseCookie cookie(boolean secure) {
        return ResponseCookie.from(CookieNames.of(COOKIE, secure), language + "." + theme + "." + (elder ? "elder" : "plain"))
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .build();
    }
}
