package feiyan.web.api;

import feiyan.platform.Outcome;
import feiyan.platform.Replays;
import feiyan.platform.Replays.Answer;
import feiyan.platform.Replays.Call;
import feiyan.platform.Replays.Told;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets each write happen once: its key, its effect and its answer are one transaction, so that after a crash or a lost
 * answer a client simply sends it again. A refusal is an answer too; what was wrong with the request is not, so that it
 * can be put right under the same key.
 */
class WriteOnceFilter extends OncePerRequestFilter {

    /** Photos and voices come as they are; how large each may be is the door's to say. */
    private static final long LARGEST_MEDIUM = 6L * 1024 * 1024;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private record CallId(UUID token, String key) {}

    /** Looked up once: it is asked for at each request. */
    private final SingletonSupplier<Replays> replays;

    private final ProblemWriter problems;
    private final RequestKeys keys;
    private final KeysUnderWay<CallId> keysUnderWay;
    private final WritesAtOnce writes;
    private final long largest;

    WriteOnceFilter(
            ObjectProvider<Replays> replays,
            ProblemWriter problems,
            RequestKeys keys,
            Duration patience,
            WritesAtOnce writes,
            long largest) {
        this.replays = SingletonSupplier.ofNullable(replays::getIfAvailable);
        this.problems = problems;
        this.keys = keys;
        this.keysUnderWay = new KeysUnderWay<>(patience.toMillis());
        this.writes = writes;
        this.largest = largest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || replays.get() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            write(body(request), response, chain);
        } catch (ApiStop stop) {
            if (stop.status() == HttpStatus.TOO_MANY_REQUESTS.value()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            }
            problems.write(request, response, stop.status(), stop.code());
        }
    }

    private KeptBody body(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        boolean medium = type != null && (type.startsWith("image/") || type.startsWith("audio/"));
        if (type != null && !medium && !RequestKeys.isJson(type)) {
            throw new ApiStop(415, "media_type");
        }
        return KeptBody.of(request, medium ? LARGEST_MEDIUM : largest);
    }

    private void write(KeptBody request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bearer = Bearer.current().orElseThrow();
        var fingerprint = RequestKeys.fingerprint(request);
        var key = keys.of(request);
        var call = new Call(bearer.county(), bearer.token(), key, fingerprint);
        var answer = new ContentCachingResponseWrapper(response);
        var done = keysUnderWay.alone(
                new CallId(bearer.token(), key),
                second -> writes.inTurn(
                        bearer.token(), () -> known().once(call, second, () -> answered(key, request, answer, chain))));
        switch (done) {
            case Outcome.Done<Told>(var told) when told.again() -> again(response, told.answer());
            case Outcome.Done<Told> first -> answer.copyBodyToResponse();
            case Outcome.Refused<Told>(var refusal)
            when refusal.code().equals(Replays.OTHER_REQUEST) -> problems.write(request, response, 422, "key_used");
            // What the database refused at commit: the answer that was prepared is not true.
            case Outcome.Refused<Told>(var refusal) -> problems.write(request, response, refusal);
        }
    }

    private Replays known() {
        return Objects.requireNonNull(replays.get());
    }

    private static Answer answered(
            String key, KeptBody request, ContentCachingResponseWrapper answer, FilterChain chain) {
        try {
            chain.doFilter(request, answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ServletException failure) {
            throw new IllegalStateException(failure);
        }
        var type = Objects.requireNonNullElse(answer.getContentType(), MediaType.APPLICATION_JSON_VALUE);
        var body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        return new Answer(answer.getStatus(), type, body, isKept(key, request, answer));
    }

    /** Under a client-made id a refusal spends nothing: whoever calms down or mistyped sends the same thing again. */
    private static boolean isKept(String key, HttpServletRequest request, HttpServletResponse answer) {
        boolean refused = answer.getStatus() == 409 && !RequestKeys.isClientMadeId(key);
        return request.getAttribute(Passing.DECIDED_ANEW) == null
                && request.getAttribute(Passing.TRY_AGAIN) == null
                && (answer.getStatus() / 100 == 2 || refused);
    }

    private static void again(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.type());
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
