package feiyan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.audit.Verdict.Sound;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.SensitiveViews;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Role;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever somebody writes, the chain goes on: for the county's other rows, and for the alarm that reads it. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditSealerTest {

    private static final int LONGEST = 200;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private SensitiveViews views;

    @Autowired
    private AuditSealer sealer;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient db;

    private JdbcClient owner;
    private Village village;
    private CountyId county;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        county = village.county;
        owner = DatabaseOwner.of(house);
        // What an alarm would write among the rows is no part of this.
        for (var setting : List.of(Policy.BULK_HOUR_STAFF, Policy.BULK_DAY_STAFF, Policy.BULK_NIGHT)) {
            village.the(Policies.class)
                    .set(county, setting, Objects.requireNonNull(setting.most()), null)
                    .orThrow();
        }
        sealer.sealAll(county);
    }

    @Test
    void aReasonAsLongAsItMayBeIsChainedAndFoundByItsBeginning() {
        var reason = noise(LONGEST);
        see("person", reason);
        sealer.sealAll(county);
        assertThat(waiting()).isZero();
        var auditor = village.staff("Qian Wei", village.center, Role.AUDITOR);
        var begun = reason.substring(0, reason.offsetByCodePoints(0, 50));
        var found = trail.search(
                        auditor, new AuditCriteria(null, null, null, null, null, null, begun, null, null), null)
                .orThrow();
        assertThat(found.lines()).singleElement().matches(line -> reason.equals(line.reason()));
        assertThatThrownBy(() -> see("person", noise(LONGEST + 1))).hasMessageContaining("sensitive_view_reason");
    }

    @Test
    void aLongReasonOfAnOlderVersionIsChainedToo() {
        var old = Ids.next();
        owner.sql("alter table sensitive_view drop constraint sensitive_view_reason")
                .update();
        try {
            see("person", "old " + noise(6_000));
        } finally {
            owner.sql("""
                    alter table sensitive_view
                      add constraint sensitive_view_reason check (char_length(reason) <= 200) not valid
                    """).update();
        }
        see(old);
        sealer.sealAll(county);
        assertThat(waiting()).isZero();
        assertThat(chained(old)).isTrue();
    }

    @Test
    void anEntryThatCannotBeChainedStopsNoOther() {
        var before = Ids.next();
        var after = Ids.next();
        see(before);
        see("poison", null);
        see(after);
        owner.sql("alter table audit_link add constraint poison check (subject <> 'poison') not valid")
                .update();
        try {
            sealer.sealAll(county);
            assertThat(chained(before)).isTrue();
            assertThat(chained(after)).isTrue();
            assertThat(waiting()).as("kept for later").isEqualTo(1);
            var later = Ids.next();
            see(later);
            sealer.sealAll(county);
            assertThat(chained(later)).isTrue();
            assertThat(verification.verify(county)).isInstanceOf(Sound.class);
        } finally {
            owner.sql("alter table audit_link drop constraint poison").update();
        }
        clock.at(clock.instant().plus(Duration.ofHours(2)), () -> sealer.sealAll(county));
        assertThat(waiting()).as("tried again").isZero();
        assertThat(verification.verify(county)).isInstanceOf(Sound.class);
    }

    @Test
    void whereNothingCanBeChainedNothingIsSetAside() {
        owner.sql("alter table audit_link add constraint nothing check (false) not valid")
                .update();
        try {
            for (int i = 0; i < 10; i++) {
                see(Ids.next());
            }
            assertThatThrownBy(() -> sealer.sealAll(county)).hasMessageContaining("nothing");
        } finally {
            owner.sql("alter table audit_link drop constraint nothing").update();
        }
        sealer.sealAll(county);
        assertThat(waiting()).as("all but those taken for the fault").isLessThan(5);
        clock.at(clock.instant().plus(Duration.ofHours(2)), () -> sealer.sealAll(county));
        assertThat(waiting()).isZero();
    }

    /** Letters that no index packs: four bytes each. */
    private static String noise(int letters) {
        var random = new Random(17);
        var noise = new StringBuilder();
        random.ints(letters, 0x20000, 0x2A6DF).forEach(noise::appendCodePoint);
        return noise.toString();
    }

    private void see(UUID person) {
        views.record(county, village.clerk.person().value(), "person", person, Set.of("phone"), "call_back");
    }

    private void see(String subject, @Nullable String reason) {
        views.record(county, village.clerk.person().value(), subject, Ids.next(), Set.of("phone"), reason);
    }

    private long waiting() {
        return db.sql("select count(*) from audit_waiting where county_id = :county")
                .param("county", county.value())
                .query(Long.class)
                .single();
    }

    private boolean chained(UUID person) {
        return db.sql("select exists (select 1 from audit_link where county_id = :county and subject_id = :person)")
                .param("county", county.value())
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
