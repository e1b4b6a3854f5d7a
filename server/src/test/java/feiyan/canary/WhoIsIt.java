package feiyan.canary;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Behind the security chain, where it is known who asks. */
class WhoIsIt extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.isAuthenticated() && !(known instanceof AnonymousAuthenticationToken)) {
            AnswerWatch.somebodySits(request);
        }
        chain.doFilter(request, response);
    }
}
