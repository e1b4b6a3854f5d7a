package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.accounts.Persons;
import feiyan.canary.WithoutTwin;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.database.FeiyanTest;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A key is changed while everybody works: one story, in its order, with a ring of its own. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.keys=target/rotation-keys"})
@WithoutTwin("the keys of this test are its own, and nobody else's rows are sealed with them")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyRotationTest {

    private static final Path FOLDER = Path.of("target/rotation-keys");

    static {
        // What an earlier run left is at the end of this story.
        FileSystemUtils.deleteRecursively(FOLDER.toFile());
    }

    /** Bytes that are no sealed values: keyed hashes, hashes, and Spring Session's own. */
    private static final Set<String> HASHES = Set.of("mac", "base_mac", "link_mac", "fingerprint", "attribute_bytes");

    @Autowired
    private ApplicationContext house;

    @Autowired
    private KeyRing ring;

    @Autowired
    private KeyRotation rotation;

    @Autowired
    private Resealing resealing;

    @Autowired
    private SealedRows rows;

    @Autowired
    private FieldCipher cipher;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Persons persons;

    @Autowired
    private JdbcClient db;

    @Autowired
    private AppClock clock;

    private Village village;
    private int old;
    /** Another instance, started before the change. */
    private FileKeyRing other;

    /** A ring from an earlier run of this test would be in the middle of its own story. */
    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        for (int i = 0; i < 60; i++) {
            village.person("Resident " + i);
        }
        village.inFreeWords(Village.wednesday(clock.instant()));
        old = ring.current().id();
        other = new FileKeyRing(FOLDER);
    }

    /** Whoever adds a sealed column and forgets to name it would have it unreadable when the key is retired. */
    @Test
    @Order(1)
    void noSealedColumnIsForgotten() {
        var there = db.sql("""
                        select table_name || '.' || column_name as name, column_name from information_schema.columns
                        where table_schema = 'public' and data_type = 'bytea'
                          and table_name in (select relname from pg_class where relkind = 'r')
                        """)
                .query((row, number) -> isHash(row.getString("column_name")) ? "" : row.getString("name"))
                .set();
        there.remove("");
        there.remove("throttle.key");
        assertThat(resealing.columns().stream().map(SealedColumn::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(there);
    }

    private static boolean isHash(String column) {
        return HASHES.contains(column) || column.endsWith("_key") || column.endsWith("_hash");
    }

    /** The place is part of what is sealed: a wrong one in the list would stop the rotation at that column. */
    @Test
    @Order(2)
    void eachPlaceInTheListIsTheOneItWasSealedFor() {
        assertThat(db.sql("select count(*) from order_words where county_id = :county and need is not null")
                        .param("county", village.county.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        for (var column : resealing.columns()) {
            for (var county : column.ofCounty() ? tenants.all() : Arrays.asList((CountyId) null)) {
                for (var sealed : rows.next(column, county, 0, SealedRows.Place.START, 20)) {
                    assertThat(cipher.openBytes(
                                    county, column.place(), sealed.place().row(), sealed.value()))
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    @Order(3)
    void twoWhoMakeANewKeyAtOnceMakeOne() {
        var made = AtOnce.done(AtOnce.<Integer>all(List.of(rotation::renew, rotation::renew)));
        assertThat(Set.copyOf(made)).hasSize(1).doesNotContain(old);
        assertThat(ring.all()).hasSize(2);
        assertThat(ring.current().id()).isEqualTo(made.getFirst());
        assertThat(rotation.renew()).isEqualTo(Outcome.refused("key.change_under_way"));
    }

    @Test
    @Order(4)
    void anInstanceThatHasNotSeenTheNewKeyReadsItFromWhatItMeets() {
        var row = Ids.next();
        var sealed = cipher.seal(village.county, "person.phone", row, "13900000000");
        assertThat(ByteBuffer.wrap(sealed, 2, Integer.BYTES).getInt()).isNotEqualTo(old);
        assertThat(new FieldCipher(other).open(village.county, "person.phone", row, sealed))
                .isEqualTo("13900000000");
        assertThat(other.current().id()).isEqualTo(ring.current().id());
    }

    @Test
    @Order(5)
    void theOldKeyStaysWhileItIsYoungOrCarried() {
        assertThat(code(rotation.retire(old))).isEqualTo("key.too_young");
        assertThat(code(rotation.retire(ring.current().id()))).isEqualTo("key.in_use");
        assertThat(later(() -> rotation.retire(old)))
                .as("without the number: it is of every county")
                .isEqualTo(Outcome.refused("key.still_carried"));
        assertThat(resealing.progress(village.county))
                .anyMatch(column -> column.column().equals("person.phone_sealed") && column.left() >= 60);
    }

    @Test
    @Order(6)
    void whatIsWrittenMeanwhileIsNeitherLostNorOverwritten() {
        var stale = new FieldCipher(new OldRing(ring, old));
        var writers = IntStream.range(0, 3).<Supplier<Outcome<Integer>>>mapToObj(i -> () -> written(stale));
        var jobs = IntStream.range(0, 2).<Supplier<Outcome<Integer>>>mapToObj(i -> () -> {
            resealing.resealAll();
            return Outcome.done(0);
        });
        AtOnce.all(java.util.stream.Stream.concat(writers, jobs).toList()).forEach(Outcome::orThrow);
        resealing.resealAll();
        assertThat(resealing.byKey()).doesNotContainKey(old);
        assertThat(db.sql("select id, phone_sealed from person where county_id = :county and name like 'Late %'")
                        .param("county", village.county.value())
                        .query((row, number) -> cipher.open(
                                village.county,
                                "person.phone",
                                row.getObject("id", UUID.class),
                                row.getBytes("phone_sealed")))
                        .list())
                .hasSize(60)
                .allMatch(phone -> phone.startsWith("0539"));
    }

    /** As an instance does that has not looked into the folder yet. */
    private Outcome<Integer> written(FieldCipher stale) {
        for (int i = 0; i < 20; i++) {
            var id = Ids.next();
            db.sql("""
                    insert into person (county_id, id, name, phone_sealed, created_at)
                    values (:county, :id, :name, :phone, :now)
                    """)
                    .param("county", village.county.value())
                    .param("id", id)
                    .param("name", "Late " + i)
                    .param("phone", stale.seal(village.county, "person.phone", id, "0539%07d".formatted(i)))
                    .param("now", DbTime.of(clock.instant()))
                    .update();
        }
        return Outcome.done(20);
    }

    @Test
    @Order(7)
    void anEmptyKeyIsRetiredAndNothingNeedsIt() throws Exception {
        assertThat(later(() -> rotation.retire(old))).isEqualTo(Outcome.done(old));
        assertThat(code(later(() -> rotation.retire(old)))).isEqualTo("key.gone_already");
        assertThat(ring.all()).hasSize(1);
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("field-2.key", "retired-field-1.key")
                    .doesNotContain("field-1.key");
        }
        assertThat(persons.phone(village.county, village.requester.person(), village.requester.person(), null))
                .isPresent();
        new KeysKnown(db, clock, new FileKeyRing(FOLDER));
    }

    @Test
    @Order(8)
    void aStartWithoutAKeyThatTheDatabaseNeedsIsRefusedInOneLine(@TempDir Path empty) throws Exception {
        Files.copy(FOLDER.resolve("fingerprint.key"), empty.resolve("fingerprint.key"));
        var fresh = new FileKeyRing(empty);
        assertThatThrownBy(() -> new KeysKnown(db, clock, fresh))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.line())
                                .contains("%08x".formatted(ring.current().id()))
                                .contains(empty.toString()));
    }

    @Test
    @Order(9)
    void aDamagedOrMissingKeyFileIsSaidInOneLine(@TempDir Path folder) throws Exception {
        new FileKeyRing(folder);
        var key = folder.resolve("field-1.key");
        var whole = Files.readString(key);
        for (var damaged : List.of("", "key=AAAA", "key=%%%", whole.substring(0, whole.length() - 12))) {
            Files.writeString(key, damaged);
            assertThatThrownBy(() -> new FileKeyRing(folder))
                    .as(damaged)
                    .isInstanceOfSatisfying(
                            StartFailure.class,
                            failure -> assertThat(failure.line()).contains("field-1.key"));
        }
        Files.writeString(key, whole);
        Files.delete(folder.resolve("fingerprint.key"));
        assertThatThrownBy(() -> new FileKeyRing(folder))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.line()).contains("fingerprint.key"));
    }

    private <T> T later(Supplier<T> work) {
        return clock.at(clock.instant().plus(Duration.ofHours(2)), work);
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Refused<?>(var refusal) ? refusal.code() : "done";
    }

    /** Seals with a key that is no longer the current one. */
    private record OldRing(KeyRing ring, int id) implements KeyRing {

        @Override
        public SealingKey current() {
            return ring.key(id);
        }

        @Override
        public SealingKey key(int other) {
            return ring.key(other);
        }

        @Override
        public byte[] mac(byte[] message) {
            return ring.mac(message);
        }

        @Override
        public int macId() {
            return ring.macId();
        }

        @Override
        public List<SealingKey> all() {
            return ring.all();
        }

        @Override
        public SealingKey renew() {
            return ring.renew();
        }

        @Override
        public void retire(int other) {
            ring.retire(other);
        }

        @Override
        public String home() {
            return ring.home();
        }
    }
}
