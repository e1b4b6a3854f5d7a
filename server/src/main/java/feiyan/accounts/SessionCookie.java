package feiyan.accounts;

import feiyan.web.CookieNames;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Staff's cookie ends with the browser; a resident's stays, and the server forgets it after its idle time. */
final class SessionCookie implements CookieSerializer {

    private static final String NAME = "feiyan";

    private final CookieSerializer inClear = named(CookieNames.of(NAME, false));
    private final CookieSerializer encrypted = named(CookieNames.of(NAME, true));

    private static CookieSerializer named(String name) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setRememberMeRequestAttribute(SignIns.STAYS);
        return cookie;
    }

    private CookieSerializer cookie(HttpServletRequest request) {
        return request.isSecure() ? encrypted : inClear;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        cookie(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookie(request).readCookieValues(request);
    }
}
