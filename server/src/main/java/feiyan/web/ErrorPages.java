package feiyan.web;

import feiyan.platform.DatabaseAway;
import feiyan.platform.Trace;
import feiyan.web.api.ApiPath;
import feiyan.web.api.OutsideProblem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Whatever goes wrong ends on a page in plain words. A bug is logged under an id, and the page shows the id and nothing
 * from inside. Comes last, so that an API may answer its own errors with problem details.
 */
@ControllerAdvice
@Controller
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 413, 500);

    private final CurrentPage page;
    private final OutsideProblem machines;

    ErrorPages(CurrentPage page, OutsideProblem machines) {
        this.page = page;
        this.machines = machines;
    }

    /** A live page was closed while something was on its way to it: nobody is there to be told, and it is no bug. */
    @ExceptionHandler
    @Nullable
    ModelAndView gone(AsyncRequestNotUsableException left) {
        return null;
    }

    /** From a page. Who may not, or is not signed in, is the security chain's to answer. */
    @ExceptionHandler
    @Nullable
    ModelAndView of(Exception exception, HttpServletResponse response) throws Exception {
        return switch (exception) {
            // as above, where the container was the first to notice
            case Exception left when DisconnectedClientHelper.isClientDisconnectedException(left) -> null;
            case AccessDeniedException denied -> throw denied;
            case AuthenticationException unknown -> throw unknown;
            case RequestRejectedException hostile -> told(400);
            case InvalidParameterException unreadable -> told(unreadable.getErrorCode());
            case IllegalStateException full when isFormTooLarge(full) -> told(413);
            case MethodArgumentTypeMismatchException mismatch -> told(isInPath(mismatch) ? 404 : 400);
            case ErrorResponse known
            when !known.getStatusCode().is5xxServerError() ->
                told(known.getStatusCode().value());
            case Exception away when DatabaseAway.is(away) -> away(away, response);
            default -> bug(exception);
        };
    }

    /** {@code /orders/abc} is an order that does not exist. */
    private static boolean isInPath(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    /** From outside the pages: filters, the container, a template that broke. */
    @RequestMapping("/error")
    ModelAndView outside(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path && ApiPath.is(path)) {
            return new ModelAndView(machines);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return switch (cause) {
            case InvalidParameterException unreadable -> told(unreadable.getErrorCode());
            case IllegalStateException full when isFormTooLarge(full) -> told(413);
            case RequestRejectedException hostile -> told(400);
            case Throwable away when status >= 500 && DatabaseAway.is(away) -> away(away, response);
            case Throwable broken when status >= 500 -> bug(broken);
            case null, default ->
                status < 500 ? told(status).addObject("next", request.getAttribute(SignInFirst.FORM)) : bug(null);
        };
    }

    /** For text parts past its limit the container has no exception of its own: it is known by who throws it. */
    private static boolean isFormTooLarge(IllegalStateException failure) {
        var trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().equals(Request.class.getName());
    }

    private ModelAndView told(int status) {
        var told = TOLD.contains(status) ? status : 400;
        var error = new ModelAndView("web/error", HttpStatusCode.valueOf(status));
        return error.addObject("code", told);
    }

    /** No bug: the same page does well in a moment. */
    private ModelAndView away(Throwable cause, HttpServletResponse response) {
        log.warn(
                "the database is away: {}",
                NestedExceptionUtils.getMostSpecificCause(cause).toString());
        page.get().withoutViewer();
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        return new ModelAndView("web/error", HttpStatus.SERVICE_UNAVAILABLE).addObject("code", 503);
    }

    private ModelAndView bug(@Nullable Throwable cause) {
        var id = Trace.current().orElseGet(Trace::fresh).brief();
        log.error("bug {}", id, cause);
        page.get().withoutViewer();
        var error = new ModelAndView("web/error", HttpStatus.INTERNAL_SERVER_ERROR);
        return error.addObject("code", 500).addObject("logId", id);
    }
}
