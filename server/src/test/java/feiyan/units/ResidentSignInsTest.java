package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Accounts;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Recognised;
import feiyan.accounts.SignInsBecause;
import feiyan.cast.AtOnce;
import feiyan.messages.Notice;
import feiyan.messages.NoticeKind;
import feiyan.messages.Notices;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Foundings.Founded;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody whose only phone is gone comes to the station: its administrator signs them out everywhere. */
@FeiyanTest(properties = "feiyan.jobs=false")
class ResidentSignInsTest {

    private static final Outcome<Integer> NOBODY = Outcome.refused("sign_ins.nobody");

    @Autowired
    private Foundings foundings;

    @Autowired
    private Transactions transactions;

    @Autowired
    private UnitChanges changes;

    @Autowired
    private Staff staff;

    @Autowired
    private Homes homes;

    @Autowired
    private ResidentSignIns signIns;

    @Autowired
    private Persons persons;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Notices notices;

    @Autowired
    private OutboxWorker outbox;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Founded county;
    private UnitId institute;
    private UnitId sister;
    private UnitId station;
    private Actor administrator;
    private PersonId elder;
    private final Phone phone = TestCounty.phone();

    @BeforeEach
    void anElderOfAVillageWhoIsSignedInOnTwoDevices() {
        county = TestCounty.found(foundings, transactions, jdbc, "郯城县");
        institute = opened(county.center(), "马头镇");
        sister = opened(county.center(), "李庄镇");
        station = opened(institute, "高册村");
        administrator = TestCounty.staff(county, persons, staff, new Post(institute, Role.ADMINISTRATOR));
        elder = persons.register(county.county(), "Wang Xiulan", phone).orThrow();
        accounts.openFor(county.county(), List.of(elder));
        homes.settle(county.county(), elder, station);
        signedIn();
        signedIn();
    }

    private UnitId opened(UnitId above, String name) {
        return changes.open(county.actor(), above, NewUnit.named(name)).orThrow();
    }

    private void signedIn() {
        jdbc.sql("""
                        insert into stay (id, account_id, county_id, person_id, session_id, staff, device, network,
                          began_at, seen_at, proven_at)
                        select :id, account_id, county_id, id, :session, false, 'android.wechat', '10.20.30.0',
                          :now, :now, :now
                        from person where county_id = :county and id = :person
                        """)
                .param("id", Ids.next())
                .param("session", Ids.next().toString())
                .param("now", DbTime.of(clock.instant()))
                .param("county", county.county().value())
                .param("person", elder.value())
                .update();
    }

    private Outcome<Integer> end(Actor by) {
        return signIns.end(by, phone, SignInsBecause.STOLEN, Recognised.IN_PERSON);
    }

    private int open() {
        return jdbc.sql("select count(*) from stay where person_id = :person and ended_at is null")
                .param("person", elder.value())
                .query(Integer.class)
                .single();
    }

    /** Who, why and how they knew. */
    private List<String> written() {
        return jdbc.sql("""
                        select actor_id || ' ' || reason || ' ' || fields[1] from audit_act
                        where county_id = :county and kind = 'sign_ins_ended' and subject_id = :person
                        """)
                .param("county", county.county().value())
                .param("person", elder.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<Notice> told() {
        outbox.work();
        return notices.latest(Actor.withoutPosts(county.county(), elder), null).stream()
                .filter(notice -> notice.kind() == NoticeKind.SIGN_INS_ENDED)
                .toList();
    }

    @Test
    void allSignInsEndItIsWrittenDownAndTheOwnerIsTold() {
        assertThat(end(administrator)).isEqualTo(Outcome.done(2));
        assertThat(open()).isZero();
        assertThat(written()).containsExactly(administrator.person().value() + " sign_ins_stolen recognised_in_person");
        assertThat(told()).hasSize(1).first().extracting(Notice::path).isEqualTo("/sessions");
        assertThat(end(administrator)).as("there is none any more").isEqualTo(Outcome.done(0));
        assertThat(written()).hasSize(1);
    }

    @Test
    void onlyAnAdministratorWhoseSubtreeHasTheirStationDoesIt() {
        var beside = TestCounty.staff(county, persons, staff, new Post(sister, Role.ADMINISTRATOR));
        var clerk = TestCounty.staff(county, persons, staff, new Post(station, Role.CLERK));
        var foreign = TestCounty.found(foundings, transactions, jdbc, "昌乐县").actor();
        assertThat(end(beside)).isEqualTo(NOBODY);
        assertThat(end(foreign)).isEqualTo(NOBODY);
        assertThat(end(clerk)).isEqualTo(Outcome.refused("sign_ins.not_yours"));
        assertThat(open()).isEqualTo(2);
        assertThat(written()).isEmpty();
        assertThat(end(county.actor())).isEqualTo(Outcome.done(2));
    }

    @Test
    void whoeverHoldsAPostElsewhereTooIsNotInReach() {
        staff.give(county.actor(), elder, new Post(sister, Role.CLERK)).orThrow();
        assertThat(end(administrator)).isEqualTo(NOBODY);
        assertThat(end(county.actor())).isEqualTo(Outcome.done(2));
    }

    @Test
    void whoeverHasNoStationYetIsTheCentersToSignOut() {
        jdbc.sql("delete from resident_home where county_id = :county and person_id = :person")
                .param("county", county.county().value())
                .param("person", elder.value())
                .update();
        assertThat(end(administrator)).isEqualTo(NOBODY);
        assertThat(end(county.actor())).isEqualTo(Outcome.done(2));
    }

    @Test
    void ofTwoAtOnceOneDidItAndTheOwnerIsToldOnce() {
        Supplier<Outcome<Integer>> center = () -> end(county.actor());
        Supplier<Outcome<Integer>> own = () -> end(administrator);
        assertThat(AtOnce.done(AtOnce.all(List.of(center, own)))).containsExactlyInAnyOrder(2, 0);
        assertThat(written()).hasSize(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void nobodyGoesThroughATelephoneBook() {
        for (int tries = 0; tries < 30; tries++) {
            assertThat(signIns.end(
                            administrator,
                            new Phone("1390000%04d".formatted(tries)),
                            SignInsBecause.LOST,
                            Recognised.CALLED_BACK))
                    .isEqualTo(NOBODY);
        }
        assertThat(end(administrator))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("throttle.wait"));
        assertThat(open()).isEqualTo(2);
    }
}
