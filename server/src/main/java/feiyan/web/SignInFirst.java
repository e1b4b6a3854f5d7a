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

/** Sends a stranger to the sign-in page, which leads back to where she wanted to go. */
@Component
class SignInFirst implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        if (request.getHeader("HX-Request") == null) {
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
            return pathOf(request.getHeader("Referer"));
        }
        var query = request.getQueryString();
        return LocalPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
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
