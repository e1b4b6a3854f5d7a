package feiyan.access;

import jakarta.servlet.http.Cookie;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What somebody shows at the door. */
sealed interface Pass {

    void on(MockHttpServletRequestBuilder request);

    record Nothing() implements Pass {

        @Override
        public void on(MockHttpServletRequestBuilder request) {
            // Nobody is signed in.
        }
    }

    record Session(Cookie cookie) implements Pass {

        @Override
        public void on(MockHttpServletRequestBuilder request) {
            request.cookie(cookie);
        }
    }

    record Token(String text) implements Pass {

        @Override
        public void on(MockHttpServletRequestBuilder request) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + text);
        }
    }
}
