package feiyan.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A path on this server, wherever it came from: a parameter must not send people to a stranger's page. */
public final class LocalPath {

    /** As an address carries it: somebody may ask for more than the header of an answer may hold. */
    private static final int MOST = 4_000;

    private LocalPath() {}

    /** The path if it is a local one that an address can carry, else the start page. */
    public static String of(@Nullable String path) {
        return path != null && isLocal(path) && isShort(path) ? path : "/";
    }

    private static boolean isShort(String path) {
        return path.length() <= MOST && UriUtils.encode(path, UTF_8).length() <= MOST;
    }

    /** Browsers take {@code //host} and {@code /\host} for another server, and skip control characters. */
    private static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
