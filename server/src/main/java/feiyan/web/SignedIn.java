package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins the session of somebody whom another module has recognised. */
@Component
public class SignedIn {

    private final SecurityContextRepository contexts;
    private final ChangeSessionIdAuthenticationStrategy newSessionId = new ChangeSessionIdAuthenticationStrategy();
    private final CsrfAuthenticationStrategy newCsrfToken;

    SignedIn(SecurityContextRepository contexts, CsrfTokenRepository csrfTokens) {
        this.contexts = contexts;
        this.newCsrfToken = new CsrfAuthenticationStrategy(csrfTokens);
    }

    /** Session id and token change, so that nobody who knew the old ones comes along. */
    public void as(Authentication somebody, HttpServletRequest request, HttpServletResponse response) {
        newSessionId.onAuthentication(somebody, request, response);
        newCsrfToken.onAuthentication(somebody, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(somebody);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
