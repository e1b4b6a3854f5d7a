package feiyan.accounts;

import static feiyan.accounts.AccountsWorld.newMobile;
import static feiyan.accounts.AccountsWorld.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
@Import(AccountsWorld.class)
class SignInCodesTest {

    /** On the hour, so that the tests know where the slices of an hour begin. */
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    private static int addresses;

    @Autowired
    private SignInCodes codes;

    @Autowired
    private AccountsWorld.Company company;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Phone phone = newMobile();
    private final String address = "10.0.0." + ++addresses;
    private final Visit visit = new Visit(address, null);
    private final UUID asker = Ids.next();

    @AfterEach
    void mend() {
        company.breakDown(false);
    }

    private <T> T after(Duration time, Supplier<T> deed) {
        return clock.at(START.plus(time), deed);
    }

    private String code() {
        return after(Duration.ZERO, () -> {
            codes.send(phone, asker, visit).orThrow();
            return company.last().code();
        });
    }

    @Test
    void theCodeOpensAnAccountAndLaterTheSame() {
        var first = code();
        assertThat(first).matches("\\d{6}");
        var account = after(Duration.ofMinutes(4), () -> codes.redeem(phone, asker, " " + first + " "))
                .orThrow();
        var again = after(Duration.ofMinutes(6), () -> {
            codes.send(phone, asker, visit).orThrow();
            return codes.redeem(phone, asker, company.last().code()).orThrow();
        });
        assertThat(again).isEqualTo(account);
    }

    @Test
    void theCodeEndsAfterFiveMinutesAndAfterItsUse() {
        var code = code();
        assertThat(refusalOf(after(Duration.ofMinutes(5), () -> codes.redeem(phone, asker, code))))
                .isEqualTo("sign_in.code_wrong");
        after(Duration.ofMinutes(1), () -> codes.redeem(phone, asker, code)).orThrow();
        assertThat(refusalOf(after(Duration.ofMinutes(1), () -> codes.redeem(phone, asker, code))))
                .isEqualTo("sign_in.code_wrong");
    }

    @Test
    void ofTwoWhoTypeOneCodeAtOnceOneComesIn() throws Exception {
        var code = code();
        var outcomes = AtOnce.times(4, () -> after(Duration.ofMinutes(1), () -> codes.redeem(phone, asker, code)));
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
    }

    @Test
    void theSixthTryFailsEvenWithTheRightCode() {
        var code = code();
        var wrong = code.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(refusalOf(after(Duration.ofSeconds(30), () -> codes.redeem(phone, asker, wrong))))
                    .isEqualTo("sign_in.code_wrong");
        }
        assertThat(refusalOf(after(Duration.ofSeconds(31), () -> codes.redeem(phone, asker, code))))
                .isEqualTo("sign_in.code_wrong");
    }

    @Test
    void parallelGuessesGetNoMoreThanFiveTries() throws Exception {
        code();
        AtOnce.times(12, () -> after(Duration.ofSeconds(30), () -> codes.redeem(phone, asker, "abcdef")));
        assertThat(jdbc.sql("select max(attempts) from sign_in_code")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOld() {
        var old = code();
        var fresh = after(Duration.ofMinutes(1), () -> {
            codes.send(phone, asker, visit).orThrow();
            return company.last().code();
        });
        if (!old.equals(fresh)) {
            assertThat(refusalOf(after(Duration.ofMinutes(2), () -> codes.redeem(phone, asker, old))))
                    .isEqualTo("sign_in.code_wrong");
        }
        after(Duration.ofMinutes(2), () -> codes.redeem(phone, asker, fresh)).orThrow();
    }

    @Test
    void aPhoneGetsOneMessageAMinute() {
        code();
        assertThat(refusalOf(after(Duration.ofSeconds(59), () -> codes.send(phone, asker, visit))))
                .isEqualTo("sign_in.code_just_sent");
        after(Duration.ofSeconds(60), () -> codes.send(phone, asker, visit)).orThrow();
    }

    @Test
    void ofManyRequestsAtOnceOneSends() throws Exception {
        var outcomes = AtOnce.times(6, () -> after(Duration.ZERO, () -> codes.send(phone, asker, visit)));
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
    }

    @Test
    void aPhoneGetsFiveMessagesAnHour() {
        for (int i = 0; i < 5; i++) {
            after(Duration.ofMinutes(i), () -> codes.send(phone, asker, visit)).orThrow();
        }
        assertThat(refusalOf(after(Duration.ofMinutes(59), () -> codes.send(phone, asker, visit))))
                .isEqualTo("throttle.wait");
        after(Duration.ofMinutes(60), () -> codes.send(phone, asker, visit)).orThrow();
    }

    @Test
    void aVillageSharesOneAddressButNotWithoutEnd() {
        for (int i = 0; i < 200; i++) {
            after(Duration.ZERO, () -> codes.send(newMobile(), Ids.next(), visit)).orThrow();
        }
        assertThat(refusalOf(after(Duration.ofMinutes(30), () -> codes.send(newMobile(), Ids.next(), visit))))
                .isEqualTo("throttle.wait");
        after(Duration.ofMinutes(30), () -> codes.send(phone, asker, new Visit(address + "0", null))).orThrow();
    }

    @Test
    void aMessageThatDidNotLeaveIsSaid() {
        company.breakDown(true);
        assertThat(refusalOf(after(Duration.ZERO, () -> codes.send(phone, asker, visit))))
                .isEqualTo("sms.failed");
        company.breakDown(false);
        after(Duration.ofSeconds(5), () -> codes.send(phone, asker, visit)).orThrow();
    }

    @Test
    void theCodeIsNowhereInClear() {
        var code = code();
        var rows = jdbc.sql("select c::text from sign_in_code c")
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row != null && row.contains("," + code + ","));
    }
}
