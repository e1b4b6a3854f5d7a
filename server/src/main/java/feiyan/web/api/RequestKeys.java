package feiyan.web.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * By what a write is known when it comes again: its {@code Idempotency-Key}, or the id that a client made for the new
 * thing and wrote as {@code id} into the body.
 */
final class RequestKeys {

    private static final String HEADER = "Idempotency-Key";
    private static final String ID = "id:";
    private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private final JsonMapper json;

    RequestKeys(JsonMapper json) {
        this.json = json;
    }

    String of(KeptBody request) {
        var given = request.getHeader(HEADER);
        if (given == null) {
            return clientMadeId(request).orElseThrow(() -> new ApiStop(400, "no_key"));
        }
        var key = unquoted(given.strip());
        if (!USABLE.matcher(key).matches()) {
            throw new ApiStop(400, "bad_key");
        }
        return "k:" + key;
    }

    /** The draft has a quoted string; most clients leave the quotes out. */
    private static String unquoted(String key) {
        return key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")
                ? key.substring(1, key.length() - 1)
                : key;
    }

    private Optional<String> clientMadeId(KeptBody request) {
        if (!isJson(request.getContentType()) || request.bytes().length == 0) {
            return Optional.empty();
        }
        try {
            var id = json.readTree(request.bytes()).path("id");
            return id.isString() && USABLE.matcher(id.stringValue()).matches()
                    ? Optional.of(ID + id.stringValue())
                    : Optional.empty();
        } catch (JacksonException malformed) {
            throw new ApiStop(400, "malformed");
        }
    }

    static boolean isClientMadeId(String key) {
        return key.startsWith(ID);
    }

    static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.startsWith("application/json");
    }

    /** Of everything that says what is to be done; two requests that differ in it are not the same. */
    static String fingerprint(KeptBody request) {
        var all = new ByteArrayOutputStream();
        for (var part : new @Nullable String[] {
            request.getMethod(),
            request.getRequestURI(),
            request.getQueryString(),
            request.getContentType(),
            request.getHeader(HttpHeaders.IF_MATCH)
        }) {
            all.writeBytes((Objects.requireNonNullElse(part, "") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        all.writeBytes(request.bytes());
        return HexFormat.of().formatHex(sha256(all.toByteArray()));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
