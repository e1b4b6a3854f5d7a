package feiyan.accounts;

import static feiyan.accounts.AccountsWorld.SOMEWHERE;
import static feiyan.accounts.AccountsWorld.TANCHENG;
import static feiyan.accounts.AccountsWorld.newMobile;
import static feiyan.accounts.AccountsWorld.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@FeiyanTest
@Import(AccountsWorld.class)
class TotpsTest {

    private static final long STEP = 59_000_000;

    @Autowired
    private Totps totps;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Policies policies;

    @Autowired
    private AppClock clock;

    private AccountId account = new AccountId(new UUID(0, 0));
    private TotpSecret secret = new TotpSecret("");

    @BeforeEach
    void clerkWithAnApp() {
        account = accounts.openStaffAccount(TANCHENG, "马文员", newMobile(), "swallow over wheat")
                .orThrow();
        secret = new TotpSecret(totps.begin(account).orThrow().secret().replace(" ", ""));
    }

    private static <T> T atStep(AppClock clock, long step, Supplier<T> deed) {
        return clock.at(Instant.ofEpochSecond(step * 30 + 7), deed);
    }

    private Outcome<AccountId> check(long now, long typed) {
        return atStep(clock, now, () -> totps.check(account, secret.number(typed), SOMEWHERE));
    }

    /** RFC 6238, appendix B, cut to six digits: the secret "12345678901234567890", the times 59 s and 1111111109 s. */
    @Test
    void countsAsTheStandardDoes() {
        var known = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(known.number(59 / 30)).isEqualTo("287082");
        assertThat(known.number(1111111109 / 30)).isEqualTo("081804");
    }

    @Test
    void theSecretStaysUntilItIsConfirmed() {
        assertThat(totps.begin(account).orThrow().secret().replace(" ", "")).isEqualTo(secret.base32());
        assertThat(totps.isOn(account)).isFalse();
        atStep(clock, STEP, () -> totps.confirm(account, secret.number(STEP), SOMEWHERE))
                .orThrow();
        assertThat(totps.isOn(account)).isTrue();
        assertThat(refusalOf(totps.begin(account))).isEqualTo("totp.on_already");
    }

    /** Whoever knew the old password may have seen the secret; once the app is confirmed it is the owner's. */
    @Test
    void aNewPasswordEndsASecretThatNobodyConfirmed() {
        accounts.setPassword(account, "a brand new password").orThrow();
        var next = new TotpSecret(totps.begin(account).orThrow().secret().replace(" ", ""));
        assertThat(next.base32()).isNotEqualTo(secret.base32());
        atStep(clock, STEP, () -> totps.confirm(account, next.number(STEP), SOMEWHERE))
                .orThrow();
        accounts.setPassword(account, "another new password").orThrow();
        assertThat(totps.isOn(account)).isTrue();
        atStep(clock, STEP + 1, () -> totps.check(account, next.number(STEP + 1), SOMEWHERE))
                .orThrow();
    }

    @Test
    void aNumberIsGoodOnce() {
        check(STEP, STEP).orThrow();
        assertThat(refusalOf(check(STEP, STEP))).isEqualTo("totp.used");
        assertThat(refusalOf(check(STEP, STEP - 1))).isEqualTo("totp.used");
        check(STEP + 1, STEP + 1).orThrow();
    }

    @Test
    void aClockMayStrayByOneStep() {
        check(STEP, STEP - 1).orThrow();
        check(STEP, STEP + 1).orThrow();
        assertThat(refusalOf(check(STEP, STEP + 2))).isEqualTo("totp.wrong");
        assertThat(refusalOf(check(STEP, STEP - 2))).isEqualTo("totp.wrong");
    }

    @Test
    void ofTwoWithOneNumberOneComesIn() throws Exception {
        var outcomes = AtOnce.times(4, () -> check(STEP, STEP));
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
    }

    @Test
    void aGuesserWaits() {
        for (int i = 0; i < 5; i++) {
            assertThat(refusalOf(atStep(clock, STEP, () -> totps.check(account, "guess", SOMEWHERE))))
                    .isEqualTo("totp.wrong");
        }
        assertThat(refusalOf(check(STEP, STEP))).isEqualTo("throttle.wait_or_prove");
    }

    @Test
    void theCountyDecidesWhetherItIsDemanded() {
        assertThat(totps.demanded(account, TANCHENG)).isEqualTo(SecondStep.SET_UP);
        policies.set(TANCHENG, Policy.STAFF_TOTP, false, null).orThrow();
        assertThat(totps.demanded(account, TANCHENG)).isEqualTo(SecondStep.NONE);
        atStep(clock, STEP, () -> totps.confirm(account, secret.number(STEP), SOMEWHERE))
                .orThrow();
        assertThat(totps.demanded(account, TANCHENG)).isEqualTo(SecondStep.NUMBER);
        policies.set(TANCHENG, Policy.STAFF_TOTP, true, null).orThrow();
    }

    @Test
    void aLostAppIsForgotten() {
        atStep(clock, STEP, () -> totps.confirm(account, secret.number(STEP), SOMEWHERE))
                .orThrow();
        assertThat(totps.forget(account)).isTrue();
        assertThat(totps.isOn(account)).isFalse();
        assertThat(totps.forget(account)).as("gone already").isFalse();
        assertThat(totps.begin(account).orThrow().secret().replace(" ", "")).isNotEqualTo(secret.base32());
    }
}
