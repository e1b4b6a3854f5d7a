package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends a stranger to the sign-in page, which leads back to where she wanted to go. Whoever wrote something while the
 * sign-in ended is told so first, with her words to copy: on the way to another page they would be lost.
 */
@Component
class SignInFirst implements AuthenticationEntryPoint {

    /** Of a request whose words are shown first: the page on which its form stood. */
    static final String FORM = SignInFirst.class.getName() + ".form";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        if (!WrittenWords.of(request).isEmpty()) {
            request.setAttribute(FORM, formOf(request));
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(signIn(wanted(request)));
        } else {
            // A redirect would be followed inside the page, and the sign-in form would land in a fragment.
            response.setHeader("HX-Redirect", signIn(pathOf(request.getHeader("HX-Current-URL"))));
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }

    private static String signIn(String next) {
        return UriComponentsBuilder.fromPath("/sign-in")
                .queryParam("next", "{next}")
                .encode()
                .buildAndExpand(next)
                .toUriString();
    }

    /** The page itself, or for a form whose session has ended the page that it stood on. */
    private static String wanted(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return formOf(request);
        }
        var query = request.getQueryString();
        return LocalPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static String formOf(HttpServletRequest request) {
        return pathOf(request.getHeader("Referer"));
    }

    private static String pathOf(@Nullable String address) {
        try {
            var uri = URI.create(address == null ? "/" : address);
            var query = uri.getRawQuery();
            return LocalPath.of(uri.getRawPath() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }
}
