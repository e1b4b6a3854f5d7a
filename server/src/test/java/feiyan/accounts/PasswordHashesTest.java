package feiyan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {

    private static final String PASSWORD = "swallows fly home";

    private final PasswordHashes hashes = new PasswordHashes();

    @Test
    void eachIsAnArgon2idOfNineteenMebibytesAndTwoPassesWithItsOwnSalt() {
        var one = hashes.of(PASSWORD);
        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(hashes.of(PASSWORD));
    }

    @Test
    void isOfThePasswordThatItWasMadeFromAndOfNoOther() {
        var hash = hashes.of(PASSWORD);
        assertThat(hashes.isOf(PASSWORD, hash)).isTrue();
        assertThat(hashes.isOf("swallows fly south", hash)).isFalse();
    }

    @Test
    void whereNoPasswordWasEverSetNoneIsRight() {
        assertThat(hashes.isOf(PASSWORD, null)).isFalse();
    }

    /** It is written down: where ours become dearer, it must, too. */
    @Test
    void nobodysTakesAsMuchAsAnybodys() {
        assertThat(PasswordHashes.NOBODYS.split("\\$")).startsWith(firstParts(hashes.of(PASSWORD)));
    }

    /** Which function, which version, how much of what. */
    private static String[] firstParts(String hash) {
        return Arrays.copyOf(hash.split("\\$"), 4);
    }

    /** The best of several, one after the other: what the machine does besides slows both. */
    @Test
    void whereThereIsNoneTheAnswerComesNoSooner() {
        var hash = hashes.of(PASSWORD);
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            known = Math.min(known, took(() -> hashes.isOf("not the right one", hash)));
            unknown = Math.min(unknown, took(() -> hashes.isOf("not the right one", null)));
        }
        assertThat((double) unknown / known).isBetween(0.6, 1.7);
    }

    private static long took(Runnable deed) {
        long before = System.nanoTime();
        deed.run();
        return System.nanoTime() - before;
    }
}
