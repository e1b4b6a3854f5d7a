package feiyan.web;

import org.jspecify.annotations.Nullable;

/** A path on this server, wherever it came from: a parameter must not send people to a stranger's page. */
public final class LocalPath {

    private LocalPath() {}

    /** The path if it is a local one, else the start page. */
    public static String of(@Nullable String path) {
        return path != null && isLocal(path) ? path : "/";
    }

    /** Browsers take {@code //host} and {@code /\host} for another server, and skip control characters. */
    private static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
