package feiyan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.audit.Verdict.Broken;
import feiyan.audit.Verdict.Fault;
import feiyan.audit.Verdict.Sound;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever changes the audit in the database is found out; each of these is done as the owner of the database. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditChainTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private SensitiveViews views;

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditSealer sealer;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private AuditDays days;

    @Autowired
    private Policies policies;

    @Autowired
    private Transactions transactions;

    @Autowired
    private AppClock clock;

    private JdbcClient owner;
    private CountyId county;
    private UUID clerk;

    @BeforeAll
    void aVillage() {
        owner = DatabaseOwner.of(house);
        var village = Village.in(house);
        county = village.county;
        // What an alarm would write among the rows is no part of this.
        for (var setting : List.of(Policy.BULK_HOUR_STAFF, Policy.BULK_DAY_STAFF, Policy.BULK_NIGHT)) {
            policies.set(county, setting, Objects.requireNonNull(setting.most()), null)
                    .orThrow();
        }
        clerk = village.clerk.person().value();
    }

    /** The chain as it is before somebody meddles with it, so that each meddling meets a sound one. */
    @BeforeEach
    void aSoundChain() {
        for (int i = 0; i < 6; i++) {
            views.record(county, clerk, "person", Ids.next(), Set.of("phone"), "call_back");
        }
        audit.record(county, AuditAct.of(AuditKind.EXPORTED, clerk).with("list"));
        sealer.sealAll(county);
        assertThat(verification.verify(county)).isInstanceOf(Sound.class);
    }

    @Test
    void aRowThatWasChangedIsNamed() {
        var seq = last("VIEW");
        var entry = entry(seq);
        meddle(
                "update sensitive_view set viewer_id = '%s' where id = '%s'".formatted(Ids.next(), entry),
                () -> {
                    assertThat(found()).isEqualTo(new Broken(Fault.ENTRY_CHANGED, seq, entry));
                },
                "update sensitive_view set viewer_id = '%s' where id = '%s'".formatted(clerk, entry));
    }

    @Test
    void aDoneThingThatWasChangedIsNamed() {
        var seq = last("ACT");
        var entry = entry(seq);
        meddle(
                "update audit_act set fields = '{other}' where id = '%s'".formatted(entry),
                () -> {
                    assertThat(found()).isEqualTo(new Broken(Fault.ENTRY_CHANGED, seq, entry));
                },
                "update audit_act set fields = '{list}' where id = '%s'".formatted(entry));
    }

    @Test
    void aRowThatWasDeletedIsNamed() {
        var seq = last("VIEW") - 2;
        var entry = entry(seq);
        keep("sensitive_view", "id = '%s'".formatted(entry), () -> {
            owner.sql("delete from sensitive_view where id = '%s'".formatted(entry))
                    .update();
            assertThat(found()).isEqualTo(new Broken(Fault.ENTRY_GONE, seq, entry));
        });
    }

    @Test
    void aRowThatIsDeletedWithItsLinkLeavesAGap() {
        var seq = last("VIEW") - 2;
        var entry = entry(seq);
        keep(
                "sensitive_view",
                "id = '%s'".formatted(entry),
                () -> keep("audit_link", "seq = " + seq, () -> {
                    owner.sql("delete from sensitive_view where id = '%s'".formatted(entry))
                            .update();
                    owner.sql("delete from audit_link where seq = " + seq).update();
                    assertThat(found()).isEqualTo(new Broken(Fault.LINK_MISSING, seq, null));
                }));
    }

    @Test
    void linksThatCloseUpOverAGapDoNotFit() {
        var seq = last("VIEW") - 3;
        var next = entry(seq + 1);
        keep(
                "sensitive_view",
                "id = '%s'".formatted(entry(seq)),
                () -> keep("audit_link", "true", () -> {
                    owner.sql("delete from sensitive_view where id = '%s'".formatted(entry(seq)))
                            .update();
                    owner.sql("delete from audit_link where seq = " + seq).update();
                    for (long at = seq + 1; at <= last("ACT"); at++) {
                        owner.sql("update audit_link set seq = %d where seq = %d".formatted(at - 1, at))
                                .update();
                    }
                    assertThat(found()).isEqualTo(new Broken(Fault.LINK_CHANGED, seq, next));
                }));
    }

    @Test
    void rowsThatChangedPlacesAreFound() {
        var seq = last("VIEW");
        var later = entry(seq);
        swap(seq - 1, seq);
        assertThat(found()).isEqualTo(new Broken(Fault.LINK_CHANGED, seq - 1, later));
        swap(seq - 1, seq);
        assertThat(verification.verify(county)).isInstanceOf(Sound.class);
    }

    private void swap(long one, long other) {
        var free = last("ACT") + 1_000;
        for (var move : List.of(new long[] {one, free}, new long[] {other, one}, new long[] {free, other})) {
            owner.sql("update audit_link set seq = %d where seq = %d".formatted(move[1], move[0]))
                    .update();
        }
    }

    @Test
    void aRowThatNobodyHereWroteIsFoundWithAndWithoutALink() {
        var forged = Ids.next();
        owner.sql("""
                insert into sensitive_view (county_id, id, at, viewer_id, subject, subject_id, fields)
                values (%d, '%s', now(), '%s', 'person', '%s', '{phone}')
                """.formatted(county.value(), forged, clerk, Ids.next())).update();
        assertThat(found()).isEqualTo(new Broken(Fault.ENTRY_ADDED, 0, forged));
        keep(
                "audit_link",
                "true",
                () -> keep("audit_head", "true", () -> {
                    owner.sql("insert into audit_waiting values (%d, '%s', 'VIEW')".formatted(county.value(), forged))
                            .update();
                    sealer.sealAll(county);
                    assertThat(found()).isEqualTo(new Broken(Fault.ENTRY_ADDED, last("VIEW"), forged));
                }));
        owner.sql("delete from sensitive_view where id = '%s'".formatted(forged))
                .update();
    }

    @Test
    void aHashThatSomebodyMadeUpDoesNotPass() {
        var forged = Ids.next();
        keep(
                "audit_link",
                "true",
                () -> keep("audit_head", "true", () -> {
                    owner.sql("""
                    with one as (
                      insert into sensitive_view (county_id, id, at, viewer_id, subject, subject_id, fields, mac)
                      values (%1$d, '%2$s', now(), '%3$s', 'person', '%3$s', '{phone}', sha256('guess'::bytea))
                      returning id)
                    insert into audit_waiting select %1$d, id, 'VIEW' from one
                    """.formatted(county.value(), forged, clerk)).update();
                    sealer.sealAll(county);
                    assertThat(found()).isEqualTo(new Broken(Fault.ENTRY_CHANGED, last("VIEW"), forged));
                }));
        owner.sql("delete from sensitive_view where id = '%s'".formatted(forged))
                .update();
    }

    @Test
    void anEndThatWasCutOffIsFoundByTheHeadAndByThePrintedDay() {
        var seq = last("ACT");
        var entry = entry(seq);
        clock.at(clock.instant().plus(Duration.ofDays(dayAhead())), () -> days.close(county));
        var printed = days.all(county).getFirst();
        assertThat(printed.seq()).isEqualTo(seq);
        var old = head(seq - 1);
        keep(
                "audit_act",
                "id = '%s'".formatted(entry),
                () -> keep("audit_link", "seq = " + seq, () -> {
                    owner.sql("delete from audit_act where id = '%s'".formatted(entry))
                            .update();
                    owner.sql("delete from audit_link where seq = " + seq).update();
                    assertThat(found()).isEqualTo(new Broken(Fault.LINK_MISSING, seq, null));
                    keep("audit_head", "true", () -> {
                        owner.sql("update audit_head set seq = seq - 1, link_mac = :mac")
                                .param("mac", old)
                                .update();
                        assertThat(found().fault()).isIn(Fault.DAY_CHANGED, Fault.HEAD_CHANGED);
                    });
                }));
        assertThat(days.matches(county, seq, printed.code().toUpperCase(java.util.Locale.ROOT)))
                .hasValue(true);
        assertThat(days.matches(county, seq - 1, printed.code())).hasValue(false);
        assertThat(days.matches(county, seq + 1, printed.code())).isEmpty();
    }

    private static long ahead;

    private static long dayAhead() {
        return ++ahead;
    }

    @Test
    void whatIsDeletedBeforeItIsChainedIsMissedToo() {
        views.record(county, clerk, "person", Ids.next(), Set.of("phone"), null);
        var entry = owner.sql("select id from audit_waiting").query(UUID.class).single();
        keep("sensitive_view", "id = '%s'".formatted(entry), () -> {
            owner.sql("delete from sensitive_view where id = '%s'".formatted(entry))
                    .update();
            sealer.sealAll(county);
            assertThat(found()).isEqualTo(new Broken(Fault.ENTRY_GONE, 0, entry));
        });
        sealer.sealAll(county);
        assertThat(verification.verify(county)).isInstanceOf(Sound.class);
    }

    @Test
    void twoSealersMakeOneChainWhileManyLookOn() {
        var writers = IntStream.range(0, 6).<Supplier<Outcome<Integer>>>mapToObj(i -> () -> {
            for (int n = 0; n < 20; n++) {
                transactions.write(() -> {
                    views.record(county, clerk, "person", List.of(Ids.next(), Ids.next()), Set.of("phone"), null);
                    return Outcome.done(1);
                });
            }
            return Outcome.done(1);
        });
        var sealers = IntStream.range(0, 2).<Supplier<Outcome<Integer>>>mapToObj(i -> () -> {
            for (int n = 0; n < 40; n++) {
                sealer.sealAll(county);
            }
            return Outcome.done(1);
        });
        var before = last("VIEW");
        AtOnce.all(java.util.stream.Stream.concat(writers, sealers).toList()).forEach(Outcome::orThrow);
        sealer.sealAll(county);
        assertThat(verification.verify(county)).isInstanceOf(Sound.class);
        assertThat(last("VIEW")).isGreaterThanOrEqualTo(before + 240);
    }

    @Test
    void theApplicationItselfCannotEditNorCutWhatIsYoung() {
        var db = house.getBean(JdbcClient.class);
        for (var table : List.of("audit_act", "audit_link", "audit_day")) {
            assertThatThrownBy(() -> db.sql("delete from " + table + " where county_id = 1")
                            .update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> db.sql("select audit_let_go(:county, 1)")
                        .param("county", county.value())
                        .query(Long.class)
                        .single())
                .rootCause()
                .hasMessageContaining("three years");
    }

    private Broken found() {
        return (Broken) verification.verify(county);
    }

    private void meddle(String how, Runnable then, String back) {
        owner.sql(how).update();
        then.run();
        owner.sql(back).update();
        assertThat(verification.verify(county)).isInstanceOf(Sound.class);
    }

    /** Puts the rows back as they were, whatever was done to them. */
    private void keep(String table, String which, Runnable meddling) {
        var kept = "kept_" + table + "_" + Long.toHexString(Ids.next().getLeastSignificantBits());
        owner.sql("create table %s as select * from %s where %s".formatted(kept, table, which))
                .update();
        meddling.run();
        owner.sql("delete from %s where %s".formatted(table, which)).update();
        owner.sql("insert into %s select * from %s".formatted(table, kept)).update();
        owner.sql("drop table " + kept).update();
    }

    private byte[] head(long seq) {
        return owner.sql("select mac from audit_link where seq = " + seq)
                .query(byte[].class)
                .single();
    }

    private long last(String source) {
        return owner.sql("select max(seq) from audit_link where source = '%s'".formatted(source))
                .query(Long.class)
                .single();
    }

    private UUID entry(long seq) {
        return owner.sql("select entry_id from audit_link where seq = " + seq)
                .query(UUID.class)
                .single();
    }

    /** For whoever asks at the console, in words. */
    @Test
    void theConsoleSaysItInBothLanguages() {
        var console = new VerifyAudit(
                house.getBean(feiyan.platform.Tenants.class),
                verification,
                house,
                house.getBean(feiyan.units.Counties.class),
                house);
        assertThat(console.line(county, new Verdict.Sound(161, 161, "88171-4954d")))
                .contains("记录完整，查了 161 条，最后一条 № 161，校验码 88171-4954d")
                .contains("  |  ")
                .contains("sound, 161 records, the last is № 161, its code 88171-4954d")
                .contains("(" + county.value() + ")")
                .doesNotContain("[", "Sound");
        assertThat(console.line(county, new Verdict.Broken(Verdict.Fault.ENTRY_GONE, 7, null)))
                .contains("第 7 条不对，有记录被删掉了")
                .contains("№ 7 does not fit");
    }
}
