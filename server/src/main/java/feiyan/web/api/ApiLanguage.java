package feiyan.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** A machine says its language by {@code Accept-Language}; Chinese where it says none that we speak. */
public final class ApiLanguage {

    private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

    private ApiLanguage() {}

    public static Locale of(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? CHINESE : firstSpoken(wanted(request));
    }

    /** The answer holds words: says in which language, and that a cache must ask which one is wanted. */
    static void name(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, of(request).toLanguageTag());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private static List<Locale> wanted(HttpServletRequest request) {
        return Collections.list(request.getLocales());
    }

    private static Locale firstSpoken(List<Locale> wanted) {
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .map(language -> language.equals("en") ? Locale.ENGLISH : CHINESE)
                .orElse(CHINESE);
    }
}
