package feiyan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Says of each request of somebody who is signed in as whom they act in it; one module offers it. */
public interface SessionWatch {

    /** Empty where the sign-in holds no longer: then they are strangers from this request on. */
    Optional<Authentication> actsAs(Authentication signedIn, HttpServletRequest request);

    /** They sign out; the session is there still. */
    void left(HttpServletRequest request);
}
