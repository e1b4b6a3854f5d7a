package feiyan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.audit.AlarmFindings.Alarm;
import feiyan.audit.AlarmFindings.Finding;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.messages.NoticeKind;
import feiyan.messages.Notices;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.OutboxWorker;
import feiyan.platform.SensitiveViews;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whoever sees the data of very many in a short time is looked into, by whom it does not concern. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkAlarmTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private SensitiveViews views;

    @Autowired
    private AuditSealer sealer;

    @Autowired
    private AlarmFindings findings;

    @Autowired
    private Notices notices;

    @Autowired
    private OutboxWorker outbox;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant morning;
    private UnitId institute;
    private Actor auditor;
    private final AtomicInteger clerks = new AtomicInteger();
    private Actor stationAuditor;
    private Actor sisterAuditor;
    private Actor instituteAdministrator;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        morning = Village.wednesday(clock.instant());
        institute = village.the(Units.class)
                .parent(village.county, village.station)
                .orElseThrow()
                .id();
        auditor = village.staff("Qian Wei", village.center, Role.AUDITOR);
        stationAuditor = village.staff("He Min", village.station, Role.AUDITOR);
        instituteAdministrator = village.staff("Gu Lan", institute, Role.ADMINISTRATOR);
        var sister = village.the(UnitChanges.class)
                .open(village.administrator, institute, NewUnit.named("Wangjia"))
                .orThrow();
        sisterAuditor = village.staff("Xu Fei", sister, Role.AUDITOR);
    }

    @Test
    void aClerkWhoLooksUpEverybodyIsToldOfOnce() {
        var clerk = clerk();
        sees(clerk, 40, morning);
        assertThat(about(clerk)).isEmpty();
        sees(clerk, 1, morning.plusSeconds(60));
        sees(clerk, 30, morning.plusSeconds(120));
        assertThat(about(clerk)).extracting(Alarm::span).containsExactly(BulkSpan.HOUR);
        assertThat(about(clerk).getFirst().seen()).isEqualTo(41);
        clock.at(morning.plus(Duration.ofMinutes(5)), outbox::work);
        for (var reader : List.of(auditor, stationAuditor)) {
            assertThat(told(reader)).as("%s", reader).contains(NoticeKind.BULK_VIEWING);
        }
        assertThat(told(instituteAdministrator)).contains(NoticeKind.BULK_VIEWING_BELOW);
        for (var other : List.of(sisterAuditor, village.administrator, clerk)) {
            assertThat(told(other)).doesNotContain(NoticeKind.BULK_VIEWING, NoticeKind.BULK_VIEWING_BELOW);
        }
        assertThat(findings.latest(sisterAuditor, null).orThrow()).isEmpty();
        assertThat(findings.latest(village.administrator, null))
                .isEqualTo(Outcome.refused("audit.not_yours"));
    }

    @Test
    void theSameHouseholdAgainAndAgainIsNoBulk() {
        var clerk = clerk();
        var neighbour = Ids.next();
        for (int i = 0; i < 60; i++) {
            clock.at(morning, () -> views.record(
                    village.county, clerk.person().value(), "person", neighbour, Set.of("phone"), null));
        }
        clock.at(morning, () -> sealer.sealAll(village.county));
        assertThat(about(clerk)).isEmpty();
    }

    @Test
    void slowlyOverTheDayIsFoundByTheDay() {
        var clerk = clerk();
        for (int hour = 0; hour < 8; hour++) {
            sees(clerk, 20, morning.plus(Duration.ofHours(hour)));
        }
        assertThat(about(clerk)).extracting(Alarm::span).containsExactly(BulkSpan.DAY);
    }

    @Test
    void atNightAndByVolunteersLessIsMuch() {
        var clerk = clerk();
        sees(clerk, 9, morning.plus(Duration.ofHours(13)));
        assertThat(about(clerk)).extracting(Alarm::span).containsExactly(BulkSpan.NIGHT);
        var volunteer = village.volunteer("Bai Yun");
        sees(volunteer, 11, morning);
        assertThat(about(volunteer)).extracting(Alarm::span).containsExactly(BulkSpan.HOUR);
    }

    @Test
    void hoursThatAreChainedAtOnceAreCountedAsTheyWere() {
        var clerk = clerk();
        for (int day = 0; day < 2; day++) {
            var then = morning.plus(Duration.ofDays(day));
            for (int i = 0; i < 41; i++) {
                clock.at(then, () -> view(clerk));
            }
        }
        clock.at(morning.plus(Duration.ofDays(3)), () -> sealer.sealAll(village.county));
        assertThat(about(clerk)).extracting(Alarm::span).containsExactly(BulkSpan.HOUR, BulkSpan.HOUR);
    }

    @Test
    void twoInstancesRaiseOneAlarm() {
        var clerk = clerk();
        var writers = IntStream.range(0, 4).<Supplier<Outcome<Integer>>>mapToObj(i -> () -> {
            for (int n = 0; n < 30; n++) {
                clock.at(morning, () -> view(clerk));
            }
            return Outcome.done(1);
        });
        var sealers = IntStream.range(0, 2).<Supplier<Outcome<Integer>>>mapToObj(i -> () -> {
            for (int n = 0; n < 30; n++) {
                clock.at(morning, () -> sealer.sealAll(village.county));
            }
            return Outcome.done(1);
        });
        AtOnce.all(Stream.concat(writers, sealers).toList()).forEach(Outcome::orThrow);
        clock.at(morning, () -> sealer.sealAll(village.county));
        assertThat(about(clerk)).hasSize(1);
    }

    @Test
    void theTableItselfTakesNoSecondAlarmOfOneStretch() {
        var viewer = Ids.next();
        var alarms = house.getBean(BulkAlarms.class);
        var transactions = house.getBean(feiyan.platform.Transactions.class);
        var attempts = IntStream.range(0, 6)
                .<Supplier<Outcome<Integer>>>mapToObj(i -> () -> transactions.write(() -> {
                    alarms.raise(
                            village.county,
                            new BulkAlarms.Raised(
                                    viewer,
                                    village.station.value(),
                                    BulkSpan.HOUR,
                                    morning.plusSeconds(i * 60L),
                                    50,
                                    40));
                    return Outcome.done(i);
                }))
                .toList();
        AtOnce.all(attempts);
        assertThat(house.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("select count(*) from bulk_alarm where county_id = :county and viewer_id = :viewer")
                        .param("county", village.county.value())
                        .param("viewer", viewer)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAuditorSaysOnceWhatCameOfItAndNeverOfTheirOwn() {
        var clerk = clerk();
        sees(clerk, 41, morning);
        var alarm = about(clerk).getFirst().id();
        assertThat(code(findings.settle(sisterAuditor, alarm, Finding.IN_ORDER, "x"))).isEqualTo("alarm.settled");
        assertThat(code(findings.settle(auditor, alarm, Finding.IN_ORDER, " "))).isEqualTo("alarm.words");
        var both = AtOnce.all(List.<Supplier<Outcome<AlarmId>>>of(
                () -> findings.settle(auditor, alarm, Finding.IN_ORDER, "canary-finding"),
                () -> findings.settle(stationAuditor, alarm, Finding.SPOKEN_TO, "canary-finding")));
        assertThat(AtOnce.done(both)).hasSize(1);
        assertThat(AtOnce.refusals(both)).containsExactly("alarm.settled");
        assertThat(about(clerk).getFirst().words()).isEqualTo("canary-finding");
        sees(stationAuditor, 41, morning);
        var own = findings.latest(stationAuditor, null).orThrow().stream()
                .filter(Alarm::own)
                .findFirst()
                .orElseThrow();
        assertThat(code(findings.settle(stationAuditor, own.id(), Finding.IN_ORDER, "fine"))).isEqualTo("alarm.settled");
        assertThat(findings.settle(auditor, own.id(), Finding.IN_ORDER, "fine")).isEqualTo(Outcome.done(own.id()));
    }

    @Test
    void nobodyAuditsAndWorksAtADeskEvenWhereTwoGiveTheRolesAtOnce() {
        var staff = village.the(Staff.class);
        for (int i = 0; i < 5; i++) {
            var person = village.person("Ma Chao");
            var given = AtOnce.all(List.<Supplier<Outcome<Post>>>of(
                    () -> staff.give(village.administrator, person, new Post(village.station, Role.AUDITOR)),
                    () -> staff.give(village.administrator, person, new Post(institute, Role.CLERK))));
            assertThat(AtOnce.done(given)).hasSize(1);
            assertThat(AtOnce.refusals(given))
                    .allMatch(code -> code.equals("post.separate_duties") || code.equals("try_again"));
        }
    }

    private Actor clerk() {
        return village.staff("Clerk " + clerks.incrementAndGet(), village.station, Role.CLERK);
    }

    private void sees(Actor viewer, int people, Instant at) {
        clock.at(at, () -> {
            for (int i = 0; i < people; i++) {
                view(viewer);
            }
            sealer.sealAll(village.county);
        });
    }

    private void view(Actor viewer) {
        views.record(village.county, viewer.person().value(), "person", Ids.next(), Set.of("phone"), "call_back");
    }

    private List<Alarm> about(Actor viewer) {
        var name = village.the(feiyan.accounts.Persons.class)
                .find(village.county, viewer.person())
                .orElseThrow()
                .name();
        return findings.latest(auditor, null).orThrow().stream()
                .filter(alarm -> alarm.viewer().equals(name))
                .toList();
    }

    private List<NoticeKind> told(Actor reader) {
        return notices.latest(reader, null).stream()
                .map(feiyan.messages.Notice::kind)
                .toList();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Refused<?>(var refusal) ? refusal.code() : "done";
    }
}
