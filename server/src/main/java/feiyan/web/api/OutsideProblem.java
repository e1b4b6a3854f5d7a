package feiyan.web.api;

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
        var status = status(request);
        var problem = problems.of(request, status, status < 500 ? ApiErrors.code(status) : "bug");
        if (status >= 500) {
            log.error(
                    "bug {}",
                    problem.instance(),
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause ? cause : null);
        }
        writer.write(request, response, problem);
    }

    /** A body that the container could not take apart is the mistake of whoever sent it, not ours. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof InvalidParameterException unreadable
                ? unreadable.getErrorCode()
                : request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }
}
