package feiyan.web.api;

import jakarta.servlet.http.HttpServletRequest;

/** Where machines knock; everything else is for people. */
public final class ApiPath {

    /** Whatever breaks a client's expectations gets a new number beside the old one. */
    public static final String V1 = "/api/v1";

    private static final String ROOT = "/api";

    private ApiPath() {}

    public static boolean is(HttpServletRequest request) {
        return is(request.getRequestURI());
    }

    public static boolean is(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }
}
