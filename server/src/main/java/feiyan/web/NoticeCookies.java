package feiyan.web;

import feiyan.platform.FieldCipher;
import feiyan.platform.KeyMissing;
import feiyan.platform.SealBroken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * What was done is told on the page that follows. It gets there by a cookie, sealed for the session that it is for:
 * through the session itself each form would write to the database twice more, and make it durable. Whatever else is
 * handed on, a link that is shown but once above all, goes through the session as ever.
 */
@Component("flashMapManager") // as Spring's dispatcher looks for it
class NoticeCookies implements FlashMapManager {

    private static final String NAME = "notice";
    private static final String PLACE = "cookie.notice";
    private static final Duration LONGEST = Duration.ofMinutes(3);
    /** Beside its other cookies, of the 8 KB that a request's header may have. */
    private static final int MOST = 1_000;

    private final FlashMapManager bySession = new SessionFlashMapManager();
    private final ObjectProvider<FieldCipher> ciphers;

    NoticeCookies(ObjectProvider<FieldCipher> ciphers) {
        this.ciphers = ciphers;
    }

    @Override
    public void saveOutputFlashMap(FlashMap flash, HttpServletRequest request, HttpServletResponse response) {
        var told = sealed(flash, request);
        if (told.isPresent()) {
            put(told.get(), LONGEST, request, response);
        } else {
            bySession.saveOutputFlashMap(flash, request, response);
        }
    }

    private Optional<String> sealed(FlashMap flash, HttpServletRequest request) {
        var cipher = ciphers.getIfAvailable();
        return cipher == null || flash.size() > 1
                ? Optional.empty()
                : TravellingNotice.of(flash.getTargetRequestPath(), flash.get(NAME))
                        .flatMap(notice -> session(request)
                                .map(session -> cipher.sealBytes(null, PLACE, session, notice.written())))
                        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                        .filter(value -> value.length() <= MOST);
    }

    /** The session as what the seal is bound to; its id is longer than that. */
    private static Optional<UUID> session(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> UUID.nameUUIDFromBytes(session.getId().getBytes(StandardCharsets.US_ASCII)));
    }

    private static void put(String value, Duration until, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(CookieNames.of(NAME, request.isSecure()), value)
                .path("/")
                .maxAge(until)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
        var notice = told(request).filter(known -> known.path().equals(request.getRequestURI()));
        if (notice.isEmpty()) {
            return bySession.retrieveAndUpdate(request, response);
        }
        put("", Duration.ZERO, request, response);
        var flash = new FlashMap();
        flash.put(NAME, notice.get().notice());
        return flash;
    }

    /** One that was sealed for another session, or by nobody we know, tells nothing. */
    private Optional<TravellingNotice> told(HttpServletRequest request) {
        var sealed = cookie(request);
        var session = sealed.flatMap(value -> session(request));
        // Nearly no request has one: the cipher is not looked up for the others.
        var cipher = session.isPresent() ? ciphers.getIfAvailable() : null;
        if (session.isEmpty() || cipher == null) {
            return Optional.empty();
        }
        try {
            var value = Base64.getUrlDecoder().decode(sealed.orElseThrow());
            return TravellingNotice.read(cipher.openBytes(null, PLACE, session.get(), value));
        } catch (IllegalArgumentException | SealBroken | KeyMissing foreign) {
            return Optional.empty();
        }
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        var name = CookieNames.of(NAME, request.isSecure());
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie ->
                        cookie.getName().equals(name) && !cookie.getValue().isEmpty())
                .map(Cookie::getValue)
                .findFirst();
    }
}
