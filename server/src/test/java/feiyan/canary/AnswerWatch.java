package feiyan.canary;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;

/**
 * Reads each answer whole, as it leaves the house. Nothing secret and nothing of the twin county is in any; nothing
 * personal in one to whoever is not signed in, nor on a page that only says that something went wrong. What the very
 * request brought along is no leak, unless it is a secret.
 */
public class AnswerWatch extends HttpFilter {

    private static final String SIGNED_IN = AnswerWatch.class.getName();
    private static final Set<Integer> ERRORS = Set.of(400, 401, 403, 404, 405, 406, 413, 415, 429, 500, 503);

    /** For a test that plays somebody without a sign-in. */
    public static void somebodySits(NativeWebRequest request) {
        request.setAttribute(SIGNED_IN, true, RequestAttributes.SCOPE_REQUEST);
    }

    static void somebodySits(HttpServletRequest request) {
        request.setAttribute(SIGNED_IN, true);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = new Overheard(response);
        try {
            chain.doFilter(request, answer);
        } catch (IOException | ServletException | RuntimeException thrown) {
            ThrownWatch.lookAt(name(request) + " lets out", thrown);
            throw thrown;
        } finally {
            if (!request.isAsyncStarted()) {
                look(request, answer);
            }
        }
    }

    private static void look(HttpServletRequest request, Overheard answer) {
        var sent = answer.sent();
        var where = "The answer " + answer.getStatus() + " to " + name(request);
        Leaks.report(where, Marks.in(sent, Marks.SECRET));
        Leaks.report(where, Marks.in(sent, Marks.OF_TWIN));
        Leaks.report(where, Marks.in(sent, sessionsOf(request)));
        var signedOut = request.getAttribute(SIGNED_IN) == null;
        if (signedOut || ERRORS.contains(answer.getStatus())) {
            var brought = brought(request);
            var marks = Marks.in(sent, Marks.PERSONAL).stream()
                    .filter(mark -> !brought.contains(mark))
                    .toList();
            Leaks.report(where + (signedOut ? " for somebody signed out" : ", an error page,"), marks);
        }
    }

    /** Without what stands behind the question mark: it may be what somebody typed. */
    private static String name(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    private static String brought(HttpServletRequest request) {
        var brought = new StringBuilder(request.getRequestURI());
        request.getParameterMap().values().forEach(values -> Stream.of(values).forEach(brought::append));
        return brought.toString();
    }

    /** A page that shows the session's own id would hand it to whatever reads the page. */
    private static List<Spellings> sessionsOf(HttpServletRequest request) {
        var sessions = new ArrayList<Spellings>();
        Cookie @Nullable [] cookies = request.getCookies();
        for (var cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals("feiyan") && cookie.getValue().length() > 20) {
                sessions.add(Spellings.of(cookie.getValue()));
            }
        }
        return sessions;
    }
}
