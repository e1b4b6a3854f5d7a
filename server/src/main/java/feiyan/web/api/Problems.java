package feiyan.web.api;

import feiyan.platform.Refusal;
import feiyan.web.DeniedLog;
import feiyan.web.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Puts into words why something was not done: the same words as on the pages, in the language of the request. */
@Component
public class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String TYPE = "urn:feiyan:problem:";

    private final MessageSource words;

    Problems(MessageSource words) {
        this.words = words;
    }

    /** What a door refused; the status says what a client does about it. */
    public Problem refused(HttpServletRequest request, Refusal refusal) {
        var kind = RefusalKind.of(refusal, request);
        DeniedLog.answered(request, kind.status(), refusal.code());
        var args = refusal.args().toArray();
        var key = "refusal." + refusal.code();
        var locale = ApiLanguage.of(request);
        return new Problem(
                URI.create(TYPE + refusal.code()),
                say(kind.title(), locale),
                kind.status(),
                say(key, locale, args),
                words.getMessage(key + ".next", args, null, locale),
                refusal.code(),
                instance(),
                null);
    }

    /** What has to be put right in the request before it can be sent again. */
    public Problem mistaken(HttpServletRequest request, Mistakes mistakes) {
        var locale = ApiLanguage.of(request);
        var wrong = mistakes.all().stream()
                .map(mistake -> new Problem.Wrong(
                        mistake.field(),
                        mistake.code().replaceFirst("^(refusal|mistake)\\.", ""),
                        say(mistake.code(), locale, mistake.args().toArray())))
                .toList();
        return problem(locale, 422, "mistaken", wrong);
    }

    /** What is wrong with the request or with us, by a code of {@code problem.*}. */
    public Problem of(HttpServletRequest request, int status, String code, Object... args) {
        DeniedLog.answered(request, status, code);
        return problem(ApiLanguage.of(request), status, code, null, args);
    }

    /** The database is away: no bug, and no trace in the log for each who asks meanwhile. */
    Problem away(HttpServletRequest request, Throwable failure) {
        var problem = of(request, 503, "away");
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        log.warn("the database is away {}: {}", problem.instance(), cause.toString());
        return problem;
    }

    private Problem problem(
            Locale locale, int status, String code, @Nullable List<Problem.Wrong> wrong, Object... args) {
        return new Problem(
                URI.create(TYPE + code),
                say("problem." + code, locale),
                status,
                say("problem." + code + ".detail", locale, args),
                null,
                code,
                instance(),
                wrong);
    }

    private static URI instance() {
        return URI.create("urn:uuid:" + UUID.randomUUID());
    }

    private String say(String key, Locale locale, Object... args) {
        var missing = "??" + key + "??";
        var said = words.getMessage(key, args, missing, locale);
        return said == null ? missing : said;
    }
}
