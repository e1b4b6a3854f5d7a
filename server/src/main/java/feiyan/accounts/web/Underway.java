package feiyan.accounts.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.Phone;
import feiyan.accounts.SignedIn;
import feiyan.platform.FieldCipher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How far somebody is on the way in, from page to page. */
@Component
class Underway {

    private static final String CODE_SENT = "sign-in.code-sent";
    private static final String PROVEN = "sign-in.proven";
    private static final String AT_SECOND_STEP = "sign-in.at-second-step";
    private static final String PHONE = "session.phone";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final FieldCipher cipher;
    private final InstantSource clock;

    Underway(FieldCipher cipher, InstantSource clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    void codeSent(HttpServletRequest request, UUID id, Phone phone, String next) {
        var sealed = cipher.seal(null, PHONE, id, phone.digits());
        var sent = new CodeSent(id, Base64.getEncoder().encodeToString(sealed), next);
        request.getSession().setAttribute(CODE_SENT, sent);
    }

    Optional<CodeSent> codeSent(HttpServletRequest request) {
        return get(request, CODE_SENT, CodeSent.class);
    }

    Phone phone(CodeSent sent) {
        return new Phone(cipher.open(null, PHONE, sent.id(), Base64.getDecoder().decode(sent.sealed())));
    }

    /** Under a new session id: whoever knew the old one has proven nothing. */
    Proven prove(HttpServletRequest request, AccountId account, boolean byPassword, String next) {
        var proven = new Proven(account, byPassword, next, clock.instant().plus(PATIENCE));
        var session = request.getSession();
        request.changeSessionId();
        session.removeAttribute(CODE_SENT);
        session.removeAttribute(AT_SECOND_STEP);
        session.setAttribute(PROVEN, proven);
        return proven;
    }

    Optional<Proven> proven(HttpServletRequest request) {
        return get(request, PROVEN, Proven.class)
                .filter(proven -> clock.instant().isBefore(proven.until()));
    }

    void atSecondStep(HttpServletRequest request, Proven proven, SignedIn who) {
        request.getSession().setAttribute(AT_SECOND_STEP, new AtSecondStep(who, proven.next(), proven.until()));
    }

    Optional<AtSecondStep> atSecondStep(HttpServletRequest request) {
        return get(request, AT_SECOND_STEP, AtSecondStep.class)
                .filter(step -> clock.instant().isBefore(step.until()));
    }

    void arrived(HttpServletRequest request) {
        request.getSession().removeAttribute(PROVEN);
        request.getSession().removeAttribute(AT_SECOND_STEP);
    }

    private static <T> Optional<T> get(HttpServletRequest request, String name, Class<T> type) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(name))
                .map(type::cast);
    }
}
