package feiyan.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Who may not, and forms that come from elsewhere: answered as ever, and written down. */
class DeniedAtTheDoor implements AccessDeniedHandler {

    private final AccessDeniedHandler answer = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var why = denied instanceof CsrfException ? "a form without its token" : "may not";
        DeniedLog.answered(request, HttpStatus.FORBIDDEN.value(), why);
        answer.handle(request, response, denied);
    }
}
