package feiyan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Accounts;
import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.audit.Retention.Line;
import feiyan.audit.Verdict.Sound;
import feiyan.canary.WithoutTwin;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.orders.Channel;
import feiyan.orders.Complaints;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Slot;
import feiyan.platform.AppClock;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Retained;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Setting;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was kept long enough goes, and nothing else; years pass by the clock of the call. */
@WithoutTwin("its nights fall due in every county")
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(RetentionTest.Trouble.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionTest {

    private static final Duration YEAR = Duration.ofDays(365);

    /** Somebody whom a module cannot forget, and a kind of data that cannot go; the first of all by its name. */
    @TestConfiguration
    static class Trouble implements Erasure, Retained {

        private @Nullable PersonId person;
        private boolean kind;

        @Override
        public Set<String> erases() {
            return Set.of();
        }

        @Override
        public Map<String, String> keeps() {
            return Map.of();
        }

        @Override
        public boolean step(Leaving leaving) {
            if (leaving.person().equals(person)) {
                throw new IllegalStateException("this module cannot");
            }
            return false;
        }

        @Override
        public String kind() {
            return "aaa";
        }

        @Override
        public Setting<Integer> days() {
            return Policy.KEEP_NOTICES;
        }

        @Override
        public Due due(CountyId county, Instant before) {
            return new Due(0, null, null);
        }

        @Override
        public int letGo(CountyId county, Instant before, int atMost) {
            if (kind) {
                throw new IllegalStateException("this kind cannot go");
            }
            return 0;
        }
    }

    @Autowired
    private Trouble trouble;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Retention retention;

    @Autowired
    private RetentionHolds holds;

    @Autowired
    private Policies policies;

    @Autowired
    private Orders orders;

    @Autowired
    private Complaints complaints;

    @Autowired
    private AuditSealer sealer;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private SensitiveViews views;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient db;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant now;

    @BeforeEach
    void aVillage() {
        if (village == null) {
            village = Village.in(house);
            // What an alarm would write among the rows is no part of this.
            for (var setting : List.of(Policy.BULK_HOUR_STAFF, Policy.BULK_DAY_STAFF, Policy.BULK_NIGHT)) {
                policies.set(village.county, setting, Objects.requireNonNull(setting.most()), null)
                        .orThrow();
            }
        }
        now = clock.instant();
        policies.set(village.county, Policy.RETENTION, true, null).orThrow();
    }

    @Test
    void theDryRunSaysWhatWouldGoAndChangesNothing() {
        var order = cancelled();
        var later = now.plus(YEAR.multipliedBy(4));
        var before = words(order);
        var line = line(later, Map.of(), "words");
        assertThat(line.days()).isEqualTo(1095);
        assertThat(line.number()).isPositive();
        assertThat(line.oldest()).isNotNull();
        assertThat(line(later, Map.of("retention.words_days", 3650), "words").number())
                .isZero();
        assertThat(line(later, Map.of("retention.words_days", 3), "words").days())
                .as("less than the law allows is not tried")
                .isEqualTo(1095);
        assertThat(words(order)).isEqualTo(before).isEqualTo(1);
        assertThat(retention.dryRun(village.clerk, Map.of())).isEqualTo(Outcome.refused("county.not_yours"));
    }

    @Test
    void nothingGoesBeforeTheCountyHasSwitchedItOn() {
        var order = cancelled();
        policies.set(village.county, Policy.RETENTION, false, null).orThrow();
        assertThat(clock.at(now.plus(YEAR.multipliedBy(9)), () -> retention.run(village.county)))
                .isZero();
        assertThat(words(order)).isEqualTo(1);
    }

    @Test
    void wordsOfAnOrderThatIsOverGoAndItsCodesStay() {
        var order = cancelled();
        var open = village.inFreeWords(Village.wednesday(now));
        var later = now.plus(Duration.ofDays(1100));
        clock.at(later, () -> retention.run(village.county));
        assertThat(words(order)).isZero();
        assertThat(words(open)).as("not over yet").isEqualTo(1);
        assertThat(number("select count(*) from order_event where county_id = :county and order_id = :order", order))
                .isEqualTo(2);
        sealer.sealAll(village.county);
        assertThat(db.sql("""
                        select fields[1] from audit_act
                        where county_id = :county and kind = 'retention_run' order by id desc limit 1
                        """)
                        .param("county", village.county.value())
                        .query(String.class)
                        .single())
                .startsWith("words:");
        assertThat(clock.at(later, () -> retention.run(village.county)))
                .as("once more")
                .isZero();
    }

    @Test
    void whatIsHeldBackOrComplainedAboutStaysUntilThatIsOver() {
        var held = cancelled();
        var quarrel = cancelled();
        complaints.open(village.requester, quarrel, "Nobody came").orThrow();
        assertThat(holds.hold(village.administrator, number(held))).isEqualTo(Outcome.done(held.value()));
        assertThat(code(holds.hold(village.administrator, number(held)))).isEqualTo("retention.no_such_order");
        assertThat(code(holds.hold(village.clerk, number(quarrel)))).isEqualTo("county.not_yours");
        var later = now.plus(Duration.ofDays(1100));
        clock.at(later, () -> retention.run(village.county));
        assertThat(words(held)).isEqualTo(1);
        assertThat(words(quarrel)).isEqualTo(1);
        assertThat(holds.all(village.administrator).orThrow())
                .extracting(RetentionHolds.Hold::order)
                .contains(held.value());
        holds.lift(village.administrator, held.value()).orThrow();
        clock.at(later, () -> retention.run(village.county));
        assertThat(words(held)).isZero();
    }

    @Test
    void twoInstancesLetGoEachOnce() {
        for (int i = 0; i < 8; i++) {
            cancelled();
        }
        var later = now.plus(Duration.ofDays(1100));
        var due = line(later, Map.of(), "words").number();
        var gone = AtOnce.done(AtOnce.all(List.<Supplier<Outcome<Long>>>of(
                () -> Outcome.done(clock.at(later, () -> retention.run(village.county))),
                () -> Outcome.done(clock.at(later, () -> retention.run(village.county))))));
        assertThat(gone.stream().mapToLong(Long::longValue).sum()).isGreaterThanOrEqualTo(due);
        assertThat(line(later, Map.of(), "words").number()).isZero();
    }

    @Test
    void whoNeverCameBackIsForgottenButNoStaffAndNoVolunteer() {
        var resident = account("Lost Resident");
        var back = account("Came Back");
        var volunteer = village.volunteer("Long Ago").person();
        village.the(Accounts.class).openFor(village.county, List.of(volunteer));
        var clerk = village.staff("Still Here", village.station, Role.CLERK).person();
        village.the(Accounts.class).openFor(village.county, List.of(clerk));
        signsIn(resident, now);
        var later = now.plus(YEAR.multipliedBy(6));
        signsIn(back, later.minus(Duration.ofDays(30)));
        clock.at(later, () -> sealer.sealAll(village.county));
        assertThat(line(later, Map.of(), "accounts").number()).isPositive();
        clock.at(later, () -> retention.run(village.county));
        assertThat(known(resident)).isFalse();
        assertThat(List.of(back, volunteer, clerk)).allMatch(this::known);
    }

    @Test
    void whoCannotBeForgottenAndWhatCannotGoKeepNothingElse() {
        var cursed = account("Cursed");
        var lost = account("Lost Too");
        var quarrelling = account("Quarrelling");
        var held = placed(quarrelling);
        holds.hold(village.administrator, number(held)).orThrow();
        signsIn(lost, now);
        var order = cancelled();
        var later = now.plus(YEAR.multipliedBy(6));
        clock.at(later, () -> sealer.sealAll(village.county));
        trouble.person = cursed;
        trouble.kind = true;
        try {
            clock.at(later, () -> retention.run(village.county));
        } finally {
            trouble.person = null;
            trouble.kind = false;
        }
        assertThat(known(cursed)).as("whole, for the next night").isTrue();
        assertThat(known(quarrelling)).as("an order of theirs is held back").isTrue();
        assertThat(known(lost)).isFalse();
        assertThat(words(order)).isZero();
        assertThat(lastRun()).contains("accounts:").contains("words:");
        assertThat(db.sql("""
                        select string_agg(kind, ' ' order by id) from audit_act
                        where county_id = :county and subject_id = :person and kind in ('deletion_begun', 'erased')
                        """)
                        .param("county", village.county.value())
                        .param("person", lost.value())
                        .query(String.class)
                        .single())
                .isEqualTo("deletion_begun erased");
        clock.at(later, () -> retention.run(village.county));
        assertThat(known(cursed)).isFalse();
    }

    private OrderId placed(PersonId person) {
        var self = Actor.withoutPosts(village.county, person);
        var from = Village.wednesday(now);
        var need = new NewOrder(
                person,
                Channel.PHONE_PAGE,
                village.station,
                null,
                "A lamp",
                "Self",
                "13800000001",
                "No. 7",
                null,
                new Slot(from, from.plus(Duration.ofDays(1))),
                false,
                null,
                null);
        var order = orders.place(self, need).orThrow();
        orders.cancel(self, order, village.version(order), null).orThrow();
        return order;
    }

    private String lastRun() {
        return db.sql("""
                        select fields::text from audit_act
                        where county_id = :county and kind = 'retention_run' order by id desc limit 1
                        """)
                .param("county", village.county.value())
                .query(String.class)
                .single();
    }

    @Test
    void nobodyIsTakenForGoneWhereSignInsWereNotKeptSoLong() {
        var resident = account("Not Forgotten");
        policies.set(village.county, Policy.KEEP_AUDIT, 1095, null).orThrow();
        assertThat(line(now.plus(YEAR.multipliedBy(6)), Map.of(), "accounts").number())
                .isZero();
        policies.set(village.county, Policy.KEEP_AUDIT, 3650, null).orThrow();
        assertThat(known(resident)).isTrue();
    }

    /** The rows are truly old, since the database itself looks at its own clock. */
    @Test
    void theOldBeginningOfTheAuditGoesAndTheRestStillFits() {
        var other = village.clerk.person().value();
        var old = now.minus(YEAR.multipliedBy(5));
        sealer.sealAll(village.county);
        var owner = DatabaseOwner.of(house);
        for (var table : List.of("audit_link", "audit_head", "audit_waiting", "audit_act", "sensitive_view")) {
            owner.sql("delete from " + table).update();
        }
        for (int i = 0; i < 450; i++) {
            var at = i < 430 ? old.plus(Duration.ofMinutes(i)) : now;
            clock.at(
                    at,
                    () -> views.record(
                            village.county, other, "person", feiyan.platform.Ids.next(), Set.of("phone"), null));
        }
        clock.at(old, () -> sealer.sealAll(village.county));
        sealer.sealAll(village.county);
        policies.set(village.county, Policy.KEEP_AUDIT, 1460, null).orThrow();
        assertThat(line(now, Map.of(), "audit").number()).isEqualTo(430);
        retention.run(village.county);
        assertThat(line(now, Map.of(), "audit").number()).isZero();
        sealer.sealAll(village.county);
        assertThat(verification.verify(village.county)).isInstanceOf(Sound.class);
        assertThat(db.sql("select min(seq) from audit_link where county_id = :county")
                        .param("county", village.county.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(431);
        policies.set(village.county, Policy.KEEP_AUDIT, 3650, null).orThrow();
    }

    private OrderId cancelled() {
        var order = village.inFreeWords(Village.wednesday(now));
        orders.cancel(village.requester, order, village.version(order), null).orThrow();
        return order;
    }

    private PersonId account(String name) {
        var person = village.person(name);
        village.the(Accounts.class).openFor(village.county, List.of(person));
        return person;
    }

    private void signsIn(PersonId person, Instant at) {
        clock.at(at, () -> audit.record(village.county, AuditKind.SIGN_IN, person.value(), person.value()));
    }

    private boolean known(PersonId person) {
        return village.the(Persons.class).find(village.county, person).isPresent();
    }

    private Line line(Instant at, Map<String, Integer> tried, String kind) {
        return clock.at(at, () -> retention.dryRun(village.administrator, tried)).orThrow().lines().stream()
                .filter(line -> line.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private long words(OrderId order) {
        return number(
                "select count(*) from order_words where county_id = :county and order_id = :order and need is not null",
                order);
    }

    private long number(String sql, OrderId order) {
        return db.sql(sql)
                .param("county", village.county.value())
                .param("order", order.value())
                .query(Long.class)
                .single();
    }

    private String number(OrderId order) {
        return db.sql("select number from service_order where county_id = :county and id = :order")
                .param("county", village.county.value())
                .param("order", order.value())
                .query(String.class)
                .single();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Refused<?>(var refusal) ? refusal.code() : "done";
    }
}
