package feiyan.web.api;

import feiyan.platform.DatabaseAway;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What went wrong for a machine outside of the endpoints: in a filter, in the container. */
@Component
public class OutsideProblem implements View {

    private static final Logger log = LoggerFactory.getLogger(OutsideProblem.class);

    private final Problems problems;
    private final ProblemWriter writer;

    OutsideProblem(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable known ? known : null;
        var problem = problem(request, status(request), cause);
        RetryAfter.on(response, problem);
        writer.write(request, response, problem);
    }

    private Problem problem(HttpServletRequest request, int status, @Nullable Throwable cause) {
        if (status < 500) {
            return problems.of(request, status, ApiErrors.code(status));
        }
        if (cause != null && DatabaseAway.is(cause)) {
            return problems.away(request, cause);
        }
        var problem = problems.of(request, status, "bug");
        log.error("bug {}", problem.instance(), cause);
        return problem;
    }

    /** A body that the container could not take apart is the mistake of whoever sent it, not ours. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof InvalidParameterException unreadable
                ? unreadable.getErrorCode()
                : request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }
}
