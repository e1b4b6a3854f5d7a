package feiyan.accounts;

import static feiyan.accounts.AccountsWorld.CHANGLE;
import static feiyan.accounts.AccountsWorld.SOMEWHERE;
import static feiyan.accounts.AccountsWorld.TANCHENG;
import static feiyan.accounts.AccountsWorld.newMobile;
import static feiyan.accounts.AccountsWorld.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@FeiyanTest
@Import(AccountsWorld.class)
class PasswordsTest {

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final String PASSWORD = "swallow over wheat";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Persons persons;

    @Autowired
    private Passwords passwords;

    @Autowired
    private PasswordResets resets;

    @Autowired
    private AppClock clock;

    private final Phone phone = newMobile();

    private <T> T after(Duration time, Supplier<T> deed) {
        return clock.at(START.plus(time), deed);
    }

    private AccountId clerk() {
        return accounts.openStaffAccount(TANCHENG, "马文员", phone, PASSWORD).orThrow();
    }

    @Test
    void anInvitedClerkGetsAPersonAndSignsIn() {
        var account = clerk();
        var person = persons.byPhone(TANCHENG, phone).orElseThrow();
        assertThat(accounts.of(TANCHENG, person)).contains(account);
        assertThat(passwords.check(phone, PASSWORD, SOMEWHERE).orThrow()).isEqualTo(account);
    }

    @Test
    void anInvitationDoesNotOpenAnAccountOrPersonThatIsThere() {
        clerk();
        assertThat(refusalOf(accounts.openStaffAccount(CHANGLE, "别人", phone, "another long one")))
                .isEqualTo("account.phone_known");
        var neighbour = newMobile();
        persons.register(TANCHENG, "邻居", neighbour).orThrow();
        assertThat(refusalOf(accounts.openStaffAccount(TANCHENG, "别人", neighbour, "another long one")))
                .isEqualTo("account.phone_known");
        passwords.check(phone, PASSWORD, SOMEWHERE).orThrow();
    }

    @Test
    void theListHasMoreThanThreeThousandThatAreLongEnough() throws Exception {
        try (var list =
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/accounts/commonest-passwords.txt"))) {
            var words = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(words).doesNotHaveDuplicates().hasSizeGreaterThan(3000);
            assertThat(words).allMatch(word -> PasswordRules.check(word, phone) instanceof Outcome.Refused);
        }
        assertThat(refusalOf(accounts.openStaffAccount(TANCHENG, "马文员", phone, "Manchester")))
                .isEqualTo("password.common");
    }

    @Test
    void aRefusedPasswordLeavesNoAccountBehind() {
        assertThat(refusalOf(accounts.openStaffAccount(TANCHENG, "马文员", phone, "short")))
                .isEqualTo("password.too_short");
        assertThat(persons.byPhone(TANCHENG, phone)).isEmpty();
        clerk();
    }

    @Test
    void anUnknownPhoneAndAWrongPasswordGetOneAnswer() {
        clerk();
        assertThat(passwords.check(phone, "not the right one", SOMEWHERE))
                .isEqualTo(passwords.check(newMobile(), PASSWORD, SOMEWHERE));
    }

    @ParameterizedTest
    @CsvSource({
        "'123456789',password.too_short",
        "'1234567890',password.common",
        "'PASSWORD123',password.common",
        "'aaaaabbbbbaaaa',password.common",
        "'my 13900000000 !',password.is_phone"
    })
    void aPasswordIsLongAndNotTheFirstToBeGuessed(String password, String code) {
        assertThat(refusalOf(PasswordRules.check(password, new Phone("13900000000"))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mawenyuan 2026", "Ma Wen-Yuan!!", "我是马文员，在这里上班", "Tan_Cheng2026", "2026 in 郯城 again"})
    void theOwnNameAndTheCountysStandInNone(String password) {
        assertThat(refusalOf(accounts.openStaffAccount(TANCHENG, "马文员", phone, password)))
                .isEqualTo("password.name");
    }

    @Test
    void aNameOfAnotherCountyOrOneThatIsNoWordOfItsOwnIsNoneTooMany() {
        accounts.openStaffAccount(TANCHENG, "马丽", phone, "changle is animalistic")
                .orThrow();
    }

    @Test
    void theWaitGrowsAndEnds() {
        clerk();
        for (int i = 0; i < 5; i++) {
            assertThat(refusalOf(wrongAfter(Duration.ofSeconds(i)))).isEqualTo("sign_in.password_wrong");
        }
        assertThat(wrongAfter(Duration.ofSeconds(6))).isEqualTo(Outcome.refused("throttle.wait_or_prove", 1L));
        for (int i = 0; i < 5; i++) {
            assertThat(refusalOf(wrongAfter(Duration.ofSeconds(70 + i)))).isEqualTo("sign_in.password_wrong");
        }
        assertThat(wrongAfter(Duration.ofMinutes(3))).isEqualTo(Outcome.refused("throttle.wait_or_prove", 12L));
        after(Duration.ofMinutes(17), () -> passwords.check(phone, PASSWORD, SOMEWHERE))
                .orThrow();
    }

    private Outcome<AccountId> wrongAfter(Duration time) {
        return after(time, () -> passwords.check(phone, "not the right one", SOMEWHERE));
    }

    @Test
    void aWaitIsWrittenDownWithoutAnybodysNumber() {
        clerk();
        var logger = (Logger) LoggerFactory.getLogger("feiyan.accounts");
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(heard);
        try {
            for (int tries = 0; tries < 6; tries++) {
                after(Duration.ZERO, () -> passwords.check(phone, "not the right one", SOMEWHERE));
            }
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(null);
        }
        assertThat(heard.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.startsWith("too many tries"))
                .noneMatch(line -> line.contains(phone.digits()) || line.contains(SOMEWHERE.network()));
    }

    @Test
    void theRightPasswordWipesTheWrongOnesOff() {
        clerk();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(refusalOf(wrongAfter(Duration.ZERO))).isEqualTo("sign_in.password_wrong");
            }
            after(Duration.ZERO, () -> passwords.check(phone, PASSWORD, SOMEWHERE))
                    .orThrow();
        }
    }

    @Test
    void aLinkSetsANewPasswordOnce() {
        var account = clerk();
        var token = token(Duration.ZERO);
        assertThat(after(Duration.ofHours(23), () -> resets.find(token))).contains(account);
        assertThat(refusalOf(after(Duration.ofHours(23), () -> resets.use(token, "short"))))
                .isEqualTo("password.too_short");
        after(Duration.ofHours(23), () -> resets.use(token, "a brand new password"))
                .orThrow();
        assertThat(refusalOf(passwords.check(phone, PASSWORD, SOMEWHERE))).isEqualTo("sign_in.password_wrong");
        passwords.check(phone, "a brand new password", SOMEWHERE).orThrow();
        assertThat(refusalOf(after(Duration.ofHours(23), () -> resets.use(token, "and another one"))))
                .isEqualTo("password.link_ended");
    }

    private String token(Duration time) {
        var person = persons.byPhone(TANCHENG, phone).orElseThrow();
        var link = after(time, () -> resets.link(TANCHENG, person, person)).orThrow();
        return link.path().substring("/password-reset/".length());
    }

    @Test
    void noCountyResetsThePasswordOfSomebodyWhoActsInAnother() {
        var account = clerk();
        var elsewhere = persons.register(CHANGLE, "Li Na", null).orThrow();
        accounts.link(CHANGLE, elsewhere, account).orThrow();
        var person = persons.byPhone(TANCHENG, phone).orElseThrow();
        assertThat(refusalOf(resets.link(TANCHENG, person, person))).isEqualTo("account.elsewhere");
    }

    @Test
    void aLinkEndsAfterADayAndWithTheNextOne() {
        clerk();
        var first = token(Duration.ZERO);
        assertThat(after(Duration.ofHours(24), () -> resets.find(first))).isEmpty();
        var second = token(Duration.ofMinutes(1));
        assertThat(after(Duration.ofMinutes(2), () -> resets.find(first))).isEmpty();
        assertThat(after(Duration.ofMinutes(2), () -> resets.find(second))).isPresent();
    }

    @Test
    void ofTwoWhoUseOneLinkAtOnceOneSetsThePassword() throws Exception {
        clerk();
        var token = token(Duration.ZERO);
        var outcomes =
                AtOnce.times(3, () -> after(Duration.ofMinutes(1), () -> resets.use(token, "a brand new password")));
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
    }

    @Test
    void manyPersonsGetTheirAccountsInOneGo() {
        var people = persons.registerAll(TANCHENG, List.of(new NewPerson("甲", newMobile()), new NewPerson("乙", null)))
                .orThrow();
        var opened = accounts.openFor(TANCHENG, people);
        assertThat(opened).containsOnlyKeys(people.getFirst());
        assertThat(accounts.openFor(TANCHENG, people)).isEqualTo(opened);
    }

    @Test
    void anAccountIsOnePersonOfACounty() {
        var account = clerk();
        var other = persons.register(TANCHENG, "另一个", newMobile()).orThrow();
        assertThat(refusalOf(accounts.link(TANCHENG, other, account))).isEqualTo("account.linked_already");
        var there = persons.register(CHANGLE, "马文员", null).orThrow();
        accounts.link(CHANGLE, there, account).orThrow();
    }
}
