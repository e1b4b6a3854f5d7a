package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/** Pages that were asked for and are not there, for the log of those who were refused. */
class NotThereNoted implements HandlerInterceptor {

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() == HttpStatus.NOT_FOUND.value()) {
            DeniedLog.answered(request, response.getStatus(), "not there");
        }
    }
}
