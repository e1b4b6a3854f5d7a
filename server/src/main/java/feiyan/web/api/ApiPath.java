package feiyan.web.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where machines knock; everything else is for people. */
public final class ApiPath {

    /** Whatever breaks a client's expectations gets a new number beside the old one. */
    public static final String V1 = "/api/v1";

    private static final String ROOT = "/api";

    private ApiPath() {}

    public static boolean is(HttpServletRequest request) {
        return is(request.getRequestURI());
    }

    /** @param path null where the container could not read it, which it answers itself */
    public static boolean is(@Nullable String path) {
        return path != null && (path.equals(ROOT) || path.startsWith(ROOT + "/"));
    }
}
