package feiyan.accounts;

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
public class Proof {

    private static final String UNTIL = Proof.class.getName() + ".until";
    private static final Duration HOLDS = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final SignInCodes codes;
    private final Totps totps;
    private final Claims claims;
    private final InstantSource clock;

    Proof(Accounts accounts, SignInCodes codes, Totps totps, Claims claims, InstantSource clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.totps = totps;
        this.claims = claims;
        this.clock = clock;
    }

    public boolean isFresh(HttpServletRequest request) {
        return request.getSession().getAttribute(UNTIL) instanceof Instant until
                && clock.instant().isBefore(until);
    }

    public boolean isBySecondStep(AccountId account) {
        return totps.isOn(account);
    }

    public String maskedPhone(AccountId account) {
        return accounts.maskedPhone(account);
    }

    public Outcome<?> send(AccountId account, HttpServletRequest request) {
        return codes.send(accounts.phone(account), account.value(), Visit.of(request));
    }

    public Outcome<?> check(AccountId account, String code, HttpServletRequest request) {
        var checked = isBySecondStep(account) ? totps.check(account, code, Visit.of(request)) : byCode(account, code);
        return checked.map(proven -> {
            request.getSession().setAttribute(UNTIL, clock.instant().plus(HOLDS));
            return proven;
        });
    }

    /** Signed in already, and the phone in hand: the number is the account's own. */
    private Outcome<AccountId> byCode(AccountId account, String code) {
        return codes.prove(accounts.phone(account), account.value(), code).map(phone -> {
            claims.prove(account);
            return account;
        });
    }
}
