package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** In a cookie: whoever only reads public pages needs no session in the database. */
final class CsrfCookies implements CsrfTokenRepository {

    private static final String NAME = "csrf";

    private final CookieCsrfTokenRepository inClear = named(CookieNames.of(NAME, false));
    private final CookieCsrfTokenRepository encrypted = named(CookieNames.of(NAME, true));

    private static CookieCsrfTokenRepository named(String name) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(name);
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    private CsrfTokenRepository tokens(HttpServletRequest request) {
        return request.isSecure() ? encrypted : inClear;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return tokens(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        tokens(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return tokens(request).loadToken(request);
    }
}
