package feiyan.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A parameter comes in the address or in the form, never in both: a handler does not tell the two apart, so that
 * whoever makes a link to a form could else add to what is typed there.
 */
class OncePerName implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null && !request.getMethod().equals("GET") && isInBoth(request, query)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return true;
    }

    private static boolean isInBoth(HttpServletRequest request, String query) {
        Map<String, Long> inAddress = Arrays.stream(query.split("&"))
                .map(part -> name(part.split("=", 2)[0]))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return inAddress.entrySet().stream().anyMatch(each -> {
            var all = request.getParameterValues(each.getKey());
            return all != null && all.length > each.getValue();
        });
    }

    /** What cannot be read is no parameter that a handler names. */
    private static String name(String written) {
        try {
            return URLDecoder.decode(written, UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return written;
        }
    }
}
