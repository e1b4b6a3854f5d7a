package feiyan.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/** Error pages of requests that were refused before they came to the security chain have its headers, too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ErrorHeaders extends HeaderWriterFilter {

    ErrorHeaders() {
        super(SafeHeaders.writers());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
