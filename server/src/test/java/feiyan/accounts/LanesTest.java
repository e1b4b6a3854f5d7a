package feiyan.accounts;

import static feiyan.accounts.AccountsWorld.TANCHENG;
import static feiyan.accounts.AccountsWorld.newMobile;
import static feiyan.accounts.AccountsWorld.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whoever hammers at a door closes it to themselves, not to its owner and not to their village. */
@FeiyanTest
@Import(AccountsWorld.class)
class LanesTest {

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final String PASSWORD = "swallow over wheat";
    private static final Visit VILLAGE = new Visit("198.51.100.20", null);
    private static final AtomicInteger ATTACKERS = new AtomicInteger();

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Totps totps;

    @Autowired
    private SignInCodes codes;

    @Autowired
    private KnownDevices devices;

    @Autowired
    private Throttles throttles;

    @Autowired
    private Lanes lanes;

    @Autowired
    private AccountsWorld.Company company;

    @Autowired
    private AppClock clock;

    private final Phone phone = newMobile();
    private final Visit attacker = new Visit("203.0.113." + ATTACKERS.incrementAndGet(), null);

    private <T> T after(Duration time, Supplier<T> deed) {
        return clock.at(START.plus(time), deed);
    }

    private AccountId clerk() {
        return accounts.openStaffAccount(TANCHENG, "马文员", phone, PASSWORD).orThrow();
    }

    /** As fast as the limits let, for two hours; the guesses themselves would only cost time. */
    private long refusedWhileHammering(Visit from) {
        return IntStream.range(0, 360)
                .mapToObj(i -> after(Duration.ofSeconds(20L * i), () -> lanes.guess("password", phone, from)))
                .filter(Outcome.Refused.class::isInstance)
                .count();
    }

    private void strangersFromManyNetworks() {
        for (int i = 0; i < 80; i++) {
            var from = new Visit("203.0.113." + (100 + i), null);
            after(Duration.ZERO, () -> lanes.guess("password", phone, from));
        }
    }

    @Test
    void aStrangerWhoTypesAPhonesPasswordWrongDoesNotKeepItsOwnerOut() {
        var account = clerk();
        assertThat(refusedWhileHammering(attacker)).isGreaterThan(300);
        assertThat(after(Duration.ofHours(2), () -> passwords.check(phone, PASSWORD, VILLAGE))
                        .orThrow())
                .isEqualTo(account);
    }

    @Test
    void noHostOfNetworksKeepsTheOwnerOutOfTheOwnDevice() {
        var account = clerk();
        var cookie = KnownDevices.newOne();
        var own = new Visit(VILLAGE.address(), cookie);
        devices.remember(account, cookie);
        strangersFromManyNetworks();
        assertThat(refusalOf(after(Duration.ZERO, () -> passwords.check(phone, PASSWORD, VILLAGE))))
                .as("a device that nobody has proven")
                .isEqualTo("throttle.wait_or_prove");
        assertThat(after(Duration.ZERO, () -> passwords.check(phone, PASSWORD, own))
                        .orThrow())
                .isEqualTo(account);
    }

    /** The other way in that the refusal names: whoever has the phone in hand proves the device by a code. */
    @Test
    void aCodeByTextMessageMakesTheDeviceCountForItself() {
        var account = clerk();
        strangersFromManyNetworks();
        var cookie = KnownDevices.newOne();
        var device = new Visit(VILLAGE.address(), cookie);
        assertThat(refusalOf(after(Duration.ZERO, () -> passwords.check(phone, PASSWORD, device))))
                .isEqualTo("throttle.wait_or_prove");
        var asker = Ids.next();
        after(Duration.ZERO, () -> codes.send(phone, asker, device)).orThrow();
        assertThat(after(
                                Duration.ZERO,
                                () -> codes.redeem(phone, asker, company.last().code()))
                        .orThrow())
                .isEqualTo(account);
        devices.remember(account, cookie);
        after(Duration.ZERO, () -> passwords.check(phone, PASSWORD, device)).orThrow();
    }

    @Test
    void aKnownDeviceIsNoFreeGuess() {
        var account = clerk();
        var cookie = KnownDevices.newOne();
        var stolen = new Visit(attacker.address(), cookie);
        devices.remember(account, cookie);
        for (int i = 0; i < 5; i++) {
            after(Duration.ZERO, () -> passwords.check(phone, "not the right one", stolen));
        }
        assertThat(refusalOf(after(Duration.ZERO, () -> passwords.check(phone, PASSWORD, stolen))))
                .isEqualTo("throttle.wait");
    }

    @Test
    void aDeviceOfSomebodyElseOrOfNobodyIsAStranger() {
        clerk();
        var other = accounts.openStaffAccount(TANCHENG, "李文员", newMobile(), PASSWORD)
                .orThrow();
        var device = KnownDevices.newOne();
        devices.remember(other, device);
        assertThat(devices.knows(phone, device)).isFalse();
        assertThat(devices.knows(phone, KnownDevices.newOne())).isFalse();
        assertThat(devices.knows(phone, null)).isFalse();
    }

    @Test
    void aNewPasswordForgetsTheDevices() {
        var account = clerk();
        var device = KnownDevices.newOne();
        devices.remember(account, device);
        assertThat(devices.knows(phone, device)).isTrue();
        accounts.setPassword(account, "a brand new password").orThrow();
        assertThat(devices.knows(phone, device)).isFalse();
    }

    @Test
    void allStrangersTogetherGetSixtyTriesAnHourAndThreeHundredADay() {
        long heard = IntStream.range(0, 24 * 120)
                .mapToObj(i -> after(
                        Duration.ofSeconds(30L * i),
                        () -> lanes.guess("password", phone, new Visit("10.1." + i % 250 + ".9", null))))
                .filter(Outcome.Done.class::isInstance)
                .count();
        assertThat(heard).isBetween(290L, 300L);
    }

    /** Eight o'clock in a county's office: one address, three hundred clerks, some of whom mistype. */
    @Test
    void anOfficeSharesOneAddress() {
        var office = new Visit("192.0.2.77", null);
        for (int i = 0; i < 300; i++) {
            after(Duration.ofSeconds(i), () -> throttles.take("password.network", office.network(), Lanes.ONE_NETWORK))
                    .orThrow();
        }
        clerk();
        after(Duration.ofMinutes(6), () -> passwords.check(phone, PASSWORD, office))
                .orThrow();
    }

    @Test
    void aHouseholdsAddressesOfIpv6AreOneNetwork() {
        assertThat(new Visit("2001:db8:1:2:3::4", null).network())
                .isEqualTo(new Visit("2001:db8:1:2:ffff::1", null).network())
                .isNotEqualTo(new Visit("2001:db8:1:3::1", null).network());
        assertThat(new Visit("198.51.100.20", null).network()).isNotEqualTo(new Visit("198.51.100.21", null).network());
    }

    @Test
    void aStrangerWhoAsksForAPhonesCodesSpoilsNeitherTheOwnersCodeNorTheNextOne() {
        var mine = Ids.next();
        var theirs = Ids.next();
        after(Duration.ZERO, () -> codes.send(phone, mine, VILLAGE)).orThrow();
        var code = company.last().code();
        after(Duration.ofSeconds(1), () -> codes.send(phone, theirs, attacker)).orThrow();
        for (int i = 0; i < 9; i++) {
            assertThat(refusalOf(after(Duration.ofSeconds(2), () -> codes.redeem(phone, theirs, "guess"))))
                    .isEqualTo("sign_in.code_wrong");
        }
        assertThat(refusalOf(after(Duration.ofSeconds(3), () -> codes.redeem(phone, theirs, code))))
                .as("the owner's code in the stranger's browser")
                .isEqualTo("sign_in.code_wrong");
        after(Duration.ofSeconds(4), () -> codes.redeem(phone, mine, code)).orThrow();
        for (int minute = 1; minute < 60; minute++) {
            after(Duration.ofMinutes(minute), () -> codes.send(phone, Ids.next(), attacker));
        }
        after(Duration.ofMinutes(60), () -> codes.send(phone, mine, VILLAGE)).orThrow();
    }

    @Test
    void noHostOfNetworksKeepsTheOwnDeviceFromItsCode() {
        var account = clerk();
        var cookie = KnownDevices.newOne();
        var own = new Visit(VILLAGE.address(), cookie);
        devices.remember(account, cookie);
        for (int i = 0; i < 30; i++) {
            var from = new Visit("203.0.113." + (100 + i), null);
            after(Duration.ZERO, () -> codes.send(phone, Ids.next(), from));
        }
        assertThat(refusalOf(after(Duration.ZERO, () -> codes.send(phone, Ids.next(), VILLAGE))))
                .as("ten messages an hour wake a phone often enough")
                .isEqualTo("throttle.wait");
        after(Duration.ZERO, () -> codes.send(phone, Ids.next(), own)).orThrow();
    }

    @Test
    void whoKnowsThePasswordDoesNotKeepTheOwnerFromTheSecondStep() {
        var account = clerk();
        var secret = new TotpSecret(totps.begin(account).orThrow().secret().replace(" ", ""));
        for (int i = 0; i < 30; i++) {
            after(Duration.ZERO, () -> totps.check(account, "guess", attacker));
        }
        var number = secret.number(START.getEpochSecond() / 30);
        assertThat(refusalOf(after(Duration.ZERO, () -> totps.check(account, number, attacker))))
                .isEqualTo("throttle.wait_or_prove");
        after(Duration.ZERO, () -> totps.check(account, number, VILLAGE)).orThrow();
    }

    /** Between two slices of time, too: each try waits its turn. */
    @Test
    void ofManyTriesAtOnceNoMoreAreHeardThanTheLimitLets() throws Exception {
        var tries = new AtomicInteger();
        var limits = List.of(new Limit(5, Duration.ofMinutes(1)));
        var outcomes = AtOnce.times(
                16,
                () -> after(
                        Duration.ofMillis(990 + 2L * tries.getAndIncrement()),
                        () -> throttles.take("race", phone.digits(), limits)));
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(5);
    }
}
