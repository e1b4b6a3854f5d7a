package feiyan.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A tag of what was read: the thing's version, by which a command names what it saw, and a hash of what this reader
 * got, since two readers of one version may see different things.
 */
class EntityTagFilter extends OncePerRequestFilter {

    private static final int HASH_BYTES = 10;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpStatus.OK.value() && RequestKeys.isJson(answer.getContentType())) {
            var tag = tag(request, answer.getContentAsByteArray());
            answer.setHeader(HttpHeaders.ETAG, tag);
            if (isKnown(request, tag)) {
                answer.resetBuffer();
                answer.setStatus(HttpStatus.NOT_MODIFIED.value());
            }
        }
        answer.copyBodyToResponse();
    }

    private static String tag(HttpServletRequest request, byte[] body) {
        var hash = HexFormat.of().formatHex(RequestKeys.sha256(body), 0, HASH_BYTES);
        var version = request.getAttribute(Passing.VERSION);
        return "\"" + (version == null ? "" : version + "-") + hash + "\"";
    }

    private static boolean isKnown(HttpServletRequest request, String tag) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && (known.strip().equals("*") || tags(known).stream().anyMatch(tag::equals));
    }

    private static List<String> tags(String header) {
        return Arrays.stream(header.split(",", -1))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .toList();
    }
}
