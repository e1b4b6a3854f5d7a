package feiyan.web;

/**
 * Over HTTPS a cookie's name begins with {@code __Host-}: the browser then takes it from this very host only, for all of
 * it and over HTTPS alone, so that no neighbour under the same domain can slip one in.
 */
public final class CookieNames {

    private CookieNames() {}

    public static String of(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }
}
