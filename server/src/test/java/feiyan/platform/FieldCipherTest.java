package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldCipherTest {

    private static final CountyId TANCHENG = new CountyId(371322);
    private static final CountyId CHANGLE = new CountyId(370725);
    private static final String COLUMN = "person.phone";
    private static final String PHONE = "13800000001";

    @TempDir
    Path folder;

    private final UUID row = Ids.next();
    private FieldCipher cipher;

    @BeforeEach
    void openRing() {
        cipher = new FieldCipher(new FileKeyRing(folder));
    }

    @Test
    void opensWhatItSealed() {
        var words = "三个老人都想听京剧";
        assertThat(cipher.open(TANCHENG, COLUMN, row, cipher.seal(TANCHENG, COLUMN, row, words)))
                .isEqualTo(words);
        assertThat(cipher.open(null, COLUMN, row, cipher.seal(null, COLUMN, row, "")))
                .isEmpty();
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertThat(cipher.seal(TANCHENG, COLUMN, row, PHONE)).isNotEqualTo(cipher.seal(TANCHENG, COLUMN, row, PHONE));
    }

    @Test
    void refusesAValueWithAnyByteChanged() {
        var sealed = cipher.seal(TANCHENG, COLUMN, row, PHONE);
        for (int at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> cipher.open(TANCHENG, COLUMN, row, changed))
                    .isInstanceOfAny(SealBroken.class, KeyMissing.class)
                    .hasMessageNotContaining(PHONE);
        }
    }

    @Test
    void refusesAValueCutOff() {
        var sealed = cipher.seal(TANCHENG, COLUMN, row, PHONE);
        for (int length = 0; length < sealed.length; length++) {
            var cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> cipher.open(TANCHENG, COLUMN, row, cut)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void refusesAValueMovedToAnotherRowColumnOrCounty() {
        var sealed = cipher.seal(TANCHENG, COLUMN, row, PHONE);
        assertThatThrownBy(() -> cipher.open(TANCHENG, COLUMN, Ids.next(), sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> cipher.open(TANCHENG, "order_words.phone", row, sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> cipher.open(CHANGLE, COLUMN, row, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> cipher.open(null, COLUMN, row, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void saysWhichKeyIsMissingAndWhatToDo(@TempDir Path elsewhere) {
        var sealed = new FieldCipher(new FileKeyRing(elsewhere)).seal(TANCHENG, COLUMN, row, PHONE);
        var id = "%02x%02x%02x%02x".formatted(sealed[2], sealed[3], sealed[4], sealed[5]);
        assertThatThrownBy(() -> cipher.open(TANCHENG, COLUMN, row, sealed))
                .isInstanceOf(KeyMissing.class)
                .hasMessageContaining(id)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("backup");
    }

    @Test
    void opensOldValuesAfterRotationAndSealsWithTheNewKey(@TempDir Path elsewhere) throws Exception {
        var before = cipher.seal(TANCHENG, COLUMN, row, PHONE);
        rotate(elsewhere);
        var rotated = new FieldCipher(new FileKeyRing(folder));
        assertThat(rotated.open(TANCHENG, COLUMN, row, before)).isEqualTo(PHONE);
        var after = rotated.seal(TANCHENG, COLUMN, row, PHONE);
        assertThat(new byte[] {after[2], after[3], after[4], after[5]})
                .isNotEqualTo(new byte[] {before[2], before[3], before[4], before[5]});
        assertThat(rotated.fingerprint("phone", PHONE)).isEqualTo(cipher.fingerprint("phone", PHONE));
    }

    @Test
    void anInstanceThatStartedBeforeARotationReadsWhatTheNewKeySealed(@TempDir Path elsewhere) throws Exception {
        rotate(elsewhere);
        var sealedByAnother = new FieldCipher(new FileKeyRing(folder)).seal(TANCHENG, COLUMN, row, PHONE);
        assertThat(cipher.open(TANCHENG, COLUMN, row, sealedByAnother)).isEqualTo(PHONE);
    }

    @Test
    void instancesThatStartAtOnceAgreeOnTheFirstKeys(@TempDir Path fresh) throws Exception {
        var together = new CyclicBarrier(8);
        Callable<FieldCipher> start = () -> {
            together.await();
            return new FieldCipher(new FileKeyRing(fresh.resolve("keys")));
        };
        try (var instances = Executors.newFixedThreadPool(8)) {
            var started = instances.invokeAll(
                    IntStream.range(0, 8).mapToObj(each -> start).toList());
            var sealed = started.getFirst().get().seal(TANCHENG, COLUMN, row, PHONE);
            var print = started.getFirst().get().fingerprint("phone", PHONE);
            for (var instance : started) {
                assertThat(instance.get().open(TANCHENG, COLUMN, row, sealed)).isEqualTo(PHONE);
                assertThat(instance.get().fingerprint("phone", PHONE)).isEqualTo(print);
            }
        }
    }

    @Test
    void leavesItsKeyFilesToTheirOwnerAloneAndNoDraftsBehind() throws Exception {
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("field-1.key", "fingerprint.key");
        }
    }

    @Test
    void neverReplacesALostFingerprintKeyByAFreshOne() throws Exception {
        Files.delete(folder.resolve("fingerprint.key"));
        assertThatThrownBy(() -> new FileKeyRing(folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("fingerprint.key");
    }

    @Test
    void saysWhichKeyFileIsDamaged() throws Exception {
        Files.writeString(folder.resolve("field-1.key"), "key=not base64!");
        assertThatThrownBy(() -> new FileKeyRing(folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("field-1.key");
    }

    @Test
    void fingerprintsDifferByValueAndPurpose() {
        assertThat(cipher.fingerprint("phone", PHONE)).isEqualTo(cipher.fingerprint("phone", PHONE));
        assertThat(cipher.fingerprint("phone", PHONE)).isNotEqualTo(cipher.fingerprint("phone", "13800000002"));
        assertThat(cipher.fingerprint("phone", PHONE)).isNotEqualTo(cipher.fingerprint("phones", PHONE));
        assertThat(cipher.fingerprint("ab", "c")).isNotEqualTo(cipher.fingerprint("a", "bc"));
    }

    @Test
    void codesHaveTheirDigitsAndAreSpreadEvenly() {
        var codes = new HashSet<String>();
        var firstDigits = new Integer[10];
        Arrays.fill(firstDigits, 0);
        for (int order = 0; order < 10_000; order++) {
            var code = cipher.code("check_in", "order " + order, 6);
            assertThat(code).matches("\\d{6}").isEqualTo(cipher.code("check_in", "order " + order, 6));
            codes.add(code);
            firstDigits[code.charAt(0) - '0']++;
        }
        assertThat(codes).hasSizeGreaterThan(9_800);
        assertThat(firstDigits).allSatisfy(count -> assertThat(count).isBetween(800, 1_200));
    }

    /** Brings in a further key as whoever runs the server would. */
    private void rotate(Path elsewhere) throws Exception {
        new FileKeyRing(elsewhere);
        Files.copy(elsewhere.resolve("field-1.key"), folder.resolve("field-2.key"), StandardCopyOption.COPY_ATTRIBUTES);
    }
}
