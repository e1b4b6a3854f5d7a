package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.LostBecause;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Recognised;
import feiyan.accounts.Totps;
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
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff whose phone with the authenticator is gone are let in again by an administrator who knows who asks. */
@FeiyanTest(properties = "feiyan.jobs=false")
class LostAuthenticatorTest {

    @Autowired
    private Foundings foundings;

    @Autowired
    private Transactions transactions;

    @Autowired
    private UnitChanges changes;

    @Autowired
    private Staff staff;

    @Autowired
    private StaffAuthenticators authenticators;

    @Autowired
    private Persons persons;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Totps totps;

    @Autowired
    private Notices notices;

    @Autowired
    private OutboxWorker outbox;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Founded county;
    private Actor administrator;
    private UnitId institute;
    private Actor clerk;
    private AccountId account;

    @BeforeEach
    void aClerkWithAnAuthenticator() {
        county = TestCounty.found(foundings, transactions, jdbc, "郯城县");
        administrator = county.actor();
        institute = changes.open(administrator, county.center(), NewUnit.named("马头镇"))
                .orThrow();
        clerk = TestCounty.staff(county, persons, staff, new Post(institute, Role.CLERK));
        account = withAuthenticator(clerk.person());
    }

    private AccountId withAuthenticator(PersonId person) {
        accounts.openFor(county.county(), List.of(person));
        var own = accounts.of(county.county(), person).orElseThrow();
        jdbc.sql("update account set totp_sealed = '\\x01', totp_confirmed_at = :now where id = :account")
                .param("now", DbTime.of(clock.instant()))
                .param("account", own.value())
                .update();
        return own;
    }

    private Outcome<PersonId> forget(Actor by, PersonId whose) {
        return authenticators.forget(by, whose, LostBecause.STOLEN, Recognised.IN_PERSON);
    }

    private void signedIn() {
        jdbc.sql("""
                        insert into stay (id, account_id, county_id, person_id, session_id, staff, device, network,
                          began_at, seen_at, proven_at)
                        select :id, account_id, county_id, id, :session, true, 'android.wechat', '10.20.30.0',
                          :now, :now, :now
                        from person where county_id = :county and id = :person
                        """)
                .param("id", Ids.next())
                .param("session", Ids.next().toString())
                .param("now", DbTime.of(clock.instant()))
                .param("county", county.county().value())
                .param("person", clerk.person().value())
                .update();
    }

    private int open() {
        return jdbc.sql("select count(*) from stay where account_id = :account and ended_at is null")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    /** Who, why and how they knew, of the clerk. */
    private List<String> written() {
        return jdbc.sql("""
                        select actor_id || ' ' || reason || ' ' || fields[1] from audit_act
                        where county_id = :county and kind = 'second_step_forgotten' and subject_id = :person
                        """)
                .param("county", county.county().value())
                .param("person", clerk.person().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<NoticeKind> told() {
        outbox.work();
        return notices.latest(clerk, null).stream()
                .map(Notice::kind)
                .filter(NoticeKind.SECOND_STEP_FORGOTTEN::equals)
                .toList();
    }

    @Test
    void whoAsksIsLetInAnewAndAllThatWasOpenEnds() {
        signedIn();
        var half = accounts.credentials(account);
        assertThat(authenticators.of(administrator, clerk.person()).orThrow())
                .isEqualTo(new StaffAuthenticators.Of(clerk.person(), "Zhao Min", true));
        forget(administrator, clerk.person()).orThrow();
        assertThat(totps.isOn(account)).isFalse();
        assertThat(open()).isZero();
        assertThat(accounts.credentials(account)).as("who is half way in, too").isNotEqualTo(half);
        assertThat(written())
                .containsExactly(administrator.person().value() + " authenticator_stolen recognised_in_person");
        assertThat(told()).hasSize(1);
    }

    @Test
    void nobodyDoesItForThemselves() {
        withAuthenticator(administrator.person());
        var refused = Outcome.refused("second_step.own");
        assertThat(forget(administrator, administrator.person())).isEqualTo(refused);
        assertThat(authenticators.of(administrator, administrator.person())).isEqualTo(refused);
        assertThat(totps.isOn(
                        accounts.of(county.county(), administrator.person()).orElseThrow()))
                .isTrue();
    }

    @Test
    void onlyWhoHasEveryPostInReachDoesIt() {
        var sister = changes.open(administrator, county.center(), NewUnit.named("李庄镇"))
                .orThrow();
        var own = TestCounty.staff(county, persons, staff, new Post(institute, Role.ADMINISTRATOR));
        var beside = TestCounty.staff(county, persons, staff, new Post(sister, Role.ADMINISTRATOR));
        var foreign = TestCounty.found(foundings, transactions, jdbc, "昌乐县").actor();
        var refused = Outcome.refused("person.not_yours");
        for (var other : List.of(beside, foreign, clerk)) {
            assertThat(forget(other, clerk.person())).isEqualTo(refused);
            assertThat(authenticators.of(other, clerk.person())).isEqualTo(refused);
        }
        staff.give(administrator, clerk.person(), new Post(sister, Role.CLERK)).orThrow();
        assertThat(forget(own, clerk.person())).isEqualTo(refused);
        assertThat(totps.isOn(account)).isTrue();
        assertThat(written()).isEmpty();
        forget(administrator, clerk.person()).orThrow();
    }

    @Test
    void whoActsInAnotherCountyIsNotOpenedByThisOne() {
        var other = TestCounty.found(foundings, transactions, jdbc, "昌乐县");
        var elsewhere = persons.register(other.county(), "Zhao Min", null).orThrow();
        accounts.link(other.county(), elsewhere, account).orThrow();
        assertThat(forget(administrator, clerk.person())).isEqualTo(Outcome.refused("second_step.elsewhere"));
        assertThat(totps.isOn(account)).isTrue();
    }

    @Test
    void ofTwoAdministratorsAtOnceOneDoesItAndTheOwnerIsToldOnce() {
        var own = TestCounty.staff(county, persons, staff, new Post(institute, Role.ADMINISTRATOR));
        var deeds = List.<Supplier<Outcome<PersonId>>>of(
                () -> forget(administrator, clerk.person()),
                () -> forget(own, clerk.person()),
                () -> forget(administrator, clerk.person()));
        var outcomes = feiyan.cast.AtOnce.all(deeds);
        assertThat(feiyan.cast.AtOnce.done(outcomes)).hasSize(1);
        assertThat(feiyan.cast.AtOnce.refusals(outcomes)).containsOnly("second_step.none");
        assertThat(written()).hasSize(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void whoNeverHadAnAccountOrAnAuthenticatorIsSaidTo() {
        var never = TestCounty.staff(county, persons, staff, new Post(institute, Role.CLERK));
        assertThat(forget(administrator, never.person())).isEqualTo(Outcome.refused("account.none"));
        var opened = Objects.requireNonNull(
                accounts.openFor(county.county(), List.of(never.person())).get(never.person()));
        assertThat(totps.isOn(opened)).isFalse();
        assertThat(forget(administrator, never.person())).isEqualTo(Outcome.refused("second_step.none"));
    }
}
