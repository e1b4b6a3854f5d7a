package feiyan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Persons;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.AuditKind;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import feiyan.units.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an auditor finds, what not, and how: two hundred thousand rows among which each question has its index. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditSearchTest {

    private static final int MANY = 200_000;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSealer sealer;

    @Autowired
    private SensitiveViews views;

    @Autowired
    private JdbcClient db;

    @Autowired
    private AppClock clock;

    private JdbcClient owner;
    private Village village;
    private Actor auditor;
    private Actor stationAuditor;
    private Actor sisterAuditor;
    private OrderId order;

    @BeforeAll
    void aVillageWithAHistory() {
        village = Village.in(house);
        owner = DatabaseOwner.of(house);
        auditor = village.staff("Qian Wei", village.center, Role.AUDITOR);
        stationAuditor = village.staff("He Min", village.station, Role.AUDITOR);
        var institute =
                village.the(Units.class).parent(village.county, village.station).orElseThrow();
        var sister = village.the(UnitChanges.class)
                .open(village.administrator, institute.id(), NewUnit.named("Wangjia"))
                .orThrow();
        sisterAuditor = village.staff("Xu Fei", sister, Role.AUDITOR);
        order = village.inFreeWords(Village.wednesday(clock.instant()));
        many();
        views.record(
                village.county,
                village.clerk.person().value(),
                "service_order",
                order.value(),
                Set.of("address", "phone"),
                "call_back_100%");
        sealer.sealAll(village.county);
    }

    /** Written past the chain: this test is about finding, and as many would take a minute to seal. */
    private void many() {
        owner.sql("""
                insert into audit_link (county_id, seq, source, entry_id, at, actor_id, kind, subject, subject_id,
                  about_id, fields, reason, unit_id, mac)
                select %d, 1000000 + n, 'VIEW', gen_random_uuid(), now() - n * interval '2 minutes',
                  ('00000000-0000-7000-8000-' || lpad((n %% 400)::text, 12, '0'))::uuid,
                  case n %% 10 when 0 then 'sign_in' else 'view' end, 'person', gen_random_uuid(),
                  ('00000000-0000-7000-9000-' || lpad((n %% 20000)::text, 12, '0'))::uuid,
                  case n %% 500 when 0 then '{rating_link}'::text[] else '{phone}' end,
                  case n %% 50 when 0 then 'reason ' || n end, '%s', ''::bytea
                from generate_series(1, %d) as n
                """.formatted(village.county.value(), village.station.value(), MANY))
                .update();
        owner.sql("analyze").update();
    }

    @Test
    void eachQuestionGoesByAnIndex() {
        var person = UUID.fromString("00000000-0000-7000-9000-000000000007");
        var viewer = UUID.fromString("00000000-0000-7000-8000-000000000007");
        var now = Instant.parse("2030-01-01T00:00:00Z");
        for (var criteria : List.of(
                AuditCriteria.ANY,
                of(viewer, null, null, null, null, null),
                of(null, person, null, null, null, null),
                of(null, null, "sign_in", null, null, null),
                of(null, null, "role_given", null, null, null),
                of(null, null, null, "rating_link", null, null),
                of(null, null, null, "nothing", null, null),
                of(null, null, null, null, village.station.value(), null),
                of(null, null, null, null, null, "reason 150"),
                of(viewer, null, "view", "phone", village.station.value(), null),
                new AuditCriteria(null, null, order.value(), null, null, null, null, null, null),
                new AuditCriteria(null, null, null, null, null, null, null, now.minus(Duration.ofDays(3000)), now))) {
            for (var before : new ArrayList<@Nullable AuditPlace>(
                    java.util.Arrays.asList(null, new AuditPlace(now, 5_000_000)))) {
                assertThat(plan(criteria, before))
                        .as("%s", criteria)
                        .noneMatch(line -> line.contains("Seq Scan on audit_link"));
            }
        }
    }

    private List<String> plan(AuditCriteria criteria, @Nullable AuditPlace before) {
        var sql = AuditRows.sql(criteria, before)
                .replace(":county", Long.toString(village.county.value()))
                .replace(":units", "array['" + village.center.value() + "']::uuid[]")
                .replace(":unit", "'" + criteria.unit() + "'")
                .replace(":actor", "'" + criteria.actor() + "'")
                .replace(":about", "'" + criteria.about() + "'")
                .replace(":subject", "'" + criteria.subject() + "'")
                .replace(":kind", "'" + criteria.kind() + "'")
                .replace(":field", "'" + criteria.field() + "'")
                .replace(":reason", "'" + criteria.reason() + "%'")
                .replace(":from", "'" + criteria.from() + "'")
                .replace(":until", "'" + criteria.until() + "'")
                .replace(":at", "'2030-01-01T00:00:00Z'")
                .replace(":seq", "5000000")
                .replace(":most", "50");
        return db.sql("explain " + sql).query((row, number) -> row.getString(1)).list();
    }

    @Test
    void whatHappenedIsFoundByWhoByWhoseAndByOrder() {
        var byName = trail.viewer(auditor, "Li Na").orThrow().orElseThrow();
        assertThat(byName).isEqualTo(village.clerk.person().value());
        var found = lines(auditor, of(byName, null, "view", null, null, null));
        assertThat(found).singleElement().satisfies(line -> {
            assertThat(line.who()).isEqualTo("Li Na");
            assertThat(line.what()).isEqualTo(number());
            assertThat(line.fields()).containsExactly("address", "phone");
            assertThat(line.unit()).contains("Lijia");
        });
        assertThat(lines(auditor, trail.whose(auditor, number()).orThrow())).contains(found.getFirst());
        var phone = village.the(Persons.class)
                .phone(village.county, village.requester.person(), village.requester.person(), null)
                .orElseThrow();
        assertThat(lines(auditor, trail.whose(auditor, phone.digits()).orThrow()))
                .contains(found.getFirst());
        assertThat(lines(auditor, trail.whose(auditor, "13811112222").orThrow()))
                .isEmpty();
        assertThat(lines(auditor, of(null, null, null, null, null, "call_back_1")))
                .contains(found.getFirst());
        assertThat(lines(auditor, of(null, null, null, null, null, "call%back")))
                .isEmpty();
        assertThat(lines(auditor, of(null, null, null, null, null, "call_back_1000")))
                .isEmpty();
    }

    @Test
    void nobodyLearnsFromASearchWhoseNumberIsKnown() {
        var elsewhere = village.person("Lives elsewhere");
        var known = village.the(Persons.class)
                .phone(village.county, elsewhere, elsewhere, null)
                .orElseThrow();
        var unknown = "13811119999";
        for (var reader : List.of(auditor, sisterAuditor)) {
            assertThat(trail.whose(reader, known.digits()))
                    .as("no row of theirs tells of somebody with it")
                    .isEqualTo(trail.whose(reader, unknown));
        }
        assertThat(trail.whose(sisterAuditor, number())).isEqualTo(trail.whose(sisterAuditor, "LJ-999"));
        assertThat(trail.viewer(sisterAuditor, "Li Na").orThrow()).isEmpty();
        assertThat(trail.viewer(auditor, "Li Na").orThrow()).isPresent();
        var lookedUp = lookUps(sisterAuditor);
        assertThat(lookedUp).containsExactly("person", "phone_number");
    }

    @Test
    void nobodyGoesThroughATelephoneBook() {
        var hasty = village.staff("Hasty", village.center, Role.AUDITOR);
        int looked = 0;
        while (looked < 100 && trail.whose(hasty, "1381112%04d".formatted(looked)) instanceof Outcome.Done<?>) {
            looked++;
        }
        assertThat(looked).isEqualTo(30);
        assertThat(lookUps(hasty)).hasSize(30);
        assertThat(trail.whose(hasty, number()))
                .as("an order’s code is no number")
                .isInstanceOf(Outcome.Done.class);
    }

    private List<String> lookUps(Actor reader) {
        return db.sql("""
                        select subject from sensitive_view
                        where county_id = :county and viewer_id = :reader and reason = 'audit' order by id
                        """)
                .param("county", village.county.value())
                .param("reader", reader.person().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<AuditLine> lines(Actor reader, AuditCriteria criteria) {
        return trail.search(reader, criteria, null).orThrow().lines();
    }

    @Test
    void anAuditorReadsTheOwnUnitsAndNobodyElseAnything() {
        var clerk = of(village.clerk.person().value(), null, "view", null, null, null);
        assertThat(lines(stationAuditor, clerk)).hasSize(1);
        assertThat(lines(sisterAuditor, clerk)).isEmpty();
        assertThat(lines(sisterAuditor, of(null, null, null, null, village.station.value(), null)))
                .isEmpty();
        for (var other : List.of(village.administrator, village.clerk, village.requester)) {
            assertThat(trail.search(other, clerk, null)).isEqualTo(Outcome.refused("audit.not_yours"));
            assertThat(trail.export(other, clerk)).isEqualTo(Outcome.refused("audit.not_yours"));
            assertThat(trail.viewer(other, "Li Na")).isEqualTo(Outcome.refused("audit.not_yours"));
        }
    }

    @Test
    void theSearchItselfIsWrittenDown() {
        trail.search(stationAuditor, of(null, null, null, "phone", null, null), null)
                .orThrow();
        trail.export(stationAuditor, of(null, null, "role_given", null, null, null))
                .orThrow();
        sealer.sealAll(village.county);
        var by = stationAuditor.person().value();
        assertThat(lines(auditor, of(by, null, AuditKind.AUDIT_SEARCHED.code(), null, null, null)))
                .anyMatch(line -> line.fields().equals(List.of("field")));
        assertThat(lines(auditor, of(by, null, AuditKind.EXPORTED.code(), null, null, null)))
                .anyMatch(line -> line.fields().equals(List.of("kind")));
    }

    @Test
    void pagesFollowEachOtherWithoutAGapOrADouble() {
        var viewer = UUID.fromString("00000000-0000-7000-8000-000000000011");
        var seen = new ArrayList<Long>();
        @Nullable AuditPlace next = null;
        do {
            var page = trail.search(auditor, of(viewer, null, null, null, null, null), next)
                    .orThrow();
            page.lines().forEach(line -> seen.add(line.seq()));
            next = page.next() == null
                    ? null
                    : AuditPlace.read(page.next().write()).orElseThrow();
        } while (next != null);
        assertThat(seen).hasSize(MANY / 400).doesNotHaveDuplicates();
        assertThat(seen).isSorted();
    }

    private static AuditCriteria of(
            @Nullable UUID actor,
            @Nullable UUID about,
            @Nullable String kind,
            @Nullable String field,
            @Nullable UUID unit,
            @Nullable String reason) {
        return new AuditCriteria(actor, about, null, kind, field, unit, reason, null, null);
    }

    private String number() {
        return db.sql("select number from service_order where county_id = :county and id = :order")
                .param("county", village.county.value())
                .param("order", order.value())
                .query(String.class)
                .single();
    }
}
