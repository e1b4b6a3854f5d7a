package feiyan.accounts.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.Phone;
import feiyan.accounts.SignedIn;
import feiyan.platform.FieldCipher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How far somebody is on the way in, from page to page. */
@Component
class Underway {

    private static final String CODE_SENT = "sign-in.code-sent";
    private static final String PROVEN = "sign-in.proven";
    private static final String CLAIMED = "sign-in.claimed";
    private static final String AT_SECOND_STEP = "sign-in.at-second-step";
    private static final String PHONE = "session.phone";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final FieldCipher cipher;
    private final Accounts accounts;
    private final InstantSource clock;

    Underway(FieldCipher cipher, Accounts accounts, InstantSource clock) {
        this.cipher = cipher;
        this.accounts = accounts;
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
        var proven = begun(request, account, byPassword, next);
        request.getSession().setAttribute(PROVEN, proven);
        return proven;
    }

    private Proven begun(HttpServletRequest request, AccountId account, boolean byPassword, String next) {
        var session = request.getSession();
        request.changeSessionId();
        List.of(CODE_SENT, PROVEN, CLAIMED, AT_SECOND_STEP).forEach(session::removeAttribute);
        var credentials = accounts.credentials(account).orElseThrow();
        return new Proven(
                account, byPassword, credentials, next, clock.instant().plus(PATIENCE));
    }

    /** Has the phone in hand; whether the account is theirs is still the question. */
    void claimed(HttpServletRequest request, AccountId account, String next) {
        var proven = begun(request, account, false, next);
        request.getSession().setAttribute(CLAIMED, proven);
    }

    Optional<Proven> claimed(HttpServletRequest request) {
        return get(request, CLAIMED, Proven.class)
                .filter(proven -> holds(proven.account(), proven.credentials(), proven.until()));
    }

    Optional<Proven> proven(HttpServletRequest request) {
        return get(request, PROVEN, Proven.class)
                .filter(proven -> holds(proven.account(), proven.credentials(), proven.until()));
    }

    /**
     * What was proven is proven as long as it opens the account: a new password is one's own way to lock others out.
     */
    private boolean holds(AccountId account, int credentials, Instant until) {
        return clock.instant().isBefore(until) && accounts.credentials(account).equals(OptionalInt.of(credentials));
    }

    void atSecondStep(HttpServletRequest request, Proven proven, SignedIn who) {
        var step = new AtSecondStep(who, proven.credentials(), proven.next(), proven.until());
        request.getSession().setAttribute(AT_SECOND_STEP, step);
    }

    Optional<AtSecondStep> atSecondStep(HttpServletRequest request) {
        return get(request, AT_SECOND_STEP, AtSecondStep.class)
                .filter(step -> holds(step.who().account(), step.credentials(), step.until()));
    }

    void arrived(HttpServletRequest request) {
        var session = request.getSession();
        List.of(PROVEN, CLAIMED, AT_SECOND_STEP).forEach(session::removeAttribute);
    }

    private static <T> Optional<T> get(HttpServletRequest request, String name, Class<T> type) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(name))
                .map(type::cast);
    }
}
