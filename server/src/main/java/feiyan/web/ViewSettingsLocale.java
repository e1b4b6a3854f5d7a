package feiyan.web;

import feiyan.web.api.ApiLanguage;
import feiyan.web.api.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page is the one that was chosen, Chinese otherwise; what the browser prefers does not count. */
@Component("localeResolver")
class ViewSettingsLocale implements LocaleResolver {

    private static final String CHOSEN = ViewSettingsLocale.class.getName();

    /** Found out once: every word of a page asks for its language. */
    static ViewSettings settings(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof ViewSettings chosen) {
            return chosen;
        }
        var settings = ViewSettings.of(request);
        request.setAttribute(CHOSEN, settings);
        return settings;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return ApiPath.is(request) ? ApiLanguage.of(request) : settings(request).locale();
    }

    /** From {@code ?lang=en}: holds for this page and, by the cookie, for the next ones. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        var chosen = settings(request).withLanguage(locale.toLanguageTag());
        request.setAttribute(CHOSEN, chosen);
        response.addHeader(
                HttpHeaders.SET_COOKIE, chosen.cookie(request.isSecure()).toString());
    }
}
