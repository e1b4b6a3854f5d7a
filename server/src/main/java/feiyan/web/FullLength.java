package feiyan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Of a packed page the length says whether words in it repeat. Whoever can have somebody's browser ask for a page with
 * words of their own choice, and sees the line, could so guess the words beside them letter by letter (BREACH): such a
 * page goes out unpacked. Files are the same for everybody.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class FullLength extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getCookies() == null
                || request.getRequestURI().startsWith("/_static/")
                || !FromElsewhere.is(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Tomcat packs nothing that has been said to be as it is.
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "identity");
        chain.doFilter(request, response);
    }
}
