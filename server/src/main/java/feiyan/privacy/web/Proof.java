package feiyan.privacy.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.SignInCodes;
import feiyan.accounts.Totps;
import feiyan.accounts.Visit;
import feiyan.platform.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * That whoever sits here is still the one who signed in: a resident's session lives for weeks, and a phone lies on a
 * table. Proven by the second step where there is one, else by a code to the phone; it holds for a few minutes.
 */
@Component
class Proof {

    private static final String UNTIL = Proof.class.getName() + ".until";
    private static final Duration HOLDS = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final SignInCodes codes;
    private final Totps totps;
    private final InstantSource clock;

    Proof(Accounts accounts, SignInCodes codes, Totps totps, InstantSource clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.totps = totps;
        this.clock = clock;
    }

    boolean isFresh(HttpServletRequest request) {
        return request.getSession().getAttribute(UNTIL) instanceof Instant until
                && clock.instant().isBefore(until);
    }

    boolean isBySecondStep(AccountId account) {
        return totps.isOn(account);
    }

    String maskedPhone(AccountId account) {
        return accounts.maskedPhone(account);
    }

    Outcome<?> send(AccountId account, HttpServletRequest request) {
        return codes.send(accounts.phone(account), account.value(), Visit.of(request));
    }

    Outcome<?> check(AccountId account, String code, HttpServletRequest request) {
        var checked = isBySecondStep(account)
                ? totps.check(account, code, Visit.of(request))
                : codes.prove(accounts.phone(account), account.value(), code).map(phone -> account);
        return checked.map(proven -> {
            request.getSession().setAttribute(UNTIL, clock.instant().plus(HOLDS));
            return proven;
        });
    }
}
