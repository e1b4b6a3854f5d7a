package feiyan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.TestCounty;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happens to an account that is somebody in two counties; the county watch sees that no transaction is of both.
 */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountAuditTest {

    private static final String PASSWORD = "swallow over wheat";

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Persons persons;

    @Autowired
    private AccountActs acts;

    @Autowired
    private SignInCodes codes;

    @Autowired
    private Claims claims;

    @Autowired
    private AppClock clock;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private Village here;
    private Village there;
    private PersonId person;
    private PersonId elsewhere;
    private AccountId account;

    @BeforeAll
    void twoCounties() {
        here = Village.in(house);
        there = Village.in(house);
    }

    @BeforeEach
    void somebodyInBoth() {
        person = persons.register(here.county, "Zhao Min", TestCounty.phone()).orThrow();
        account = Objects.requireNonNull(
                accounts.openFor(here.county, List.of(person)).get(person));
        elsewhere = persons.register(there.county, "Zhao Min", null).orThrow();
        accounts.link(there.county, elsewhere, account).orThrow();
    }

    private List<String> told(Village village, PersonId whose) {
        return jdbc.sql("""
                        select kind || ' by ' || coalesce(actor_id::text, 'nobody known') from audit_act
                        where county_id = :county and subject_id = :person order by id
                        """)
                .param("county", village.county.value())
                .param("person", whose.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String changedBy(PersonId who) {
        return "password_changed by " + who.value();
    }

    @Test
    void eachCountyTakesWhatHappenedInATransactionOfItsOwn() {
        accounts.setPassword(account, PASSWORD).orThrow();
        assertThat(told(here, person)).isEmpty();
        assertThat(told(there, elsewhere)).isEmpty();
        acts.handOver();
        acts.handOver();
        assertThat(told(here, person)).containsExactly(changedBy(person));
        assertThat(told(there, elsewhere)).containsExactly(changedBy(elsewhere));
    }

    @Test
    void whatWasTakenBackIsToldNowhere() {
        transactions.write(() -> accounts.setPassword(account, PASSWORD).then(set -> Outcome.refused("try_again")));
        acts.handOver();
        assertThat(told(here, person)).isEmpty();
        assertThat(told(there, elsewhere)).isEmpty();
    }

    @Test
    void whoIsSomebodyInOneCountyIsToldOfAtOnce() {
        var clerk = persons.register(here.county, "Li Na", TestCounty.phone()).orThrow();
        var own = Objects.requireNonNull(
                accounts.openFor(here.county, List.of(clerk)).get(clerk));
        accounts.setPassword(own, PASSWORD).orThrow();
        assertThat(told(here, clerk)).containsExactly(changedBy(clerk));
    }

    private AccountId claimedInBoth() {
        var phone = TestCounty.phone();
        var claimed =
                accounts.openStaffAccount(here.county, "Ma", phone, PASSWORD).orThrow();
        person = persons.byPhone(here.county, phone).orElseThrow();
        elsewhere = persons.register(there.county, "Ma", null).orThrow();
        accounts.link(there.county, elsewhere, claimed).orThrow();
        return claimed;
    }

    @Test
    void aClaimThatFallsIsLetGoCountyByCountyAndEachIsToldAtOnce() {
        var claimed = claimedInBoth();
        assertThat(claims.drop(claimed)).isEqualTo(Outcome.done(claimed));
        assertThat(accounts.of(here.county, person)).isEmpty();
        assertThat(accounts.of(there.county, elsewhere)).isEmpty();
        assertThat(accounts.hasPassword(claimed)).isFalse();
        assertThat(told(here, person)).endsWith("password_changed by nobody known");
        assertThat(told(there, elsewhere)).containsExactly("password_changed by nobody known");
        assertThat(claims.drop(claimed)).as("it is proven now").isEqualTo(Outcome.refused("try_again"));
    }

    @Test
    void whereLettingGoBrokeOffTheNextTimeLetsGoOfTheRest() {
        var claimed = claimedInBoth();
        jdbc.sql("update person set account_id = null where county_id = :county and id = :person")
                .param("county", here.county.value())
                .param("person", person.value())
                .update();
        claims.drop(claimed).orThrow();
        assertThat(accounts.of(there.county, elsewhere)).isEmpty();
        assertThat(accounts.hasPassword(claimed)).isFalse();
    }

    @Test
    void ofTwoWhoLetGoOfAClaimAtOnceOneDoesAndEachCountyIsToldOnce() {
        var claimed = claimedInBoth();
        var credentials = accounts.credentials(claimed);
        Supplier<Outcome<AccountId>> drop = () -> claims.drop(claimed);
        var outcomes = AtOnce.all(List.of(drop, drop));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsOnly("try_again");
        assertThat(told(there, elsewhere)).hasSize(1);
        assertThat(accounts.credentials(claimed)).isNotEqualTo(credentials);
    }

    /** And no oftener: whoever has no code to guess at fills nobody's audit. */
    @Test
    void aWrongCodeToThePhoneIsToldWhileThereIsOneToGuessAt() {
        var asker = Ids.next();
        jdbc.sql("""
                        insert into sign_in_code (phone_key, asker, code_hash, sent_at, expires_at)
                        select phone_key, :asker, '\\x00', :now, :end from account where id = :account
                        """)
                .param("asker", asker)
                .param("now", DbTime.of(clock.instant()))
                .param("end", DbTime.of(clock.instant().plusSeconds(300)))
                .param("account", account.value())
                .update();
        var phone = accounts.phone(account);
        for (int tries = 0; tries < SignInCodes.ATTEMPTS + 3; tries++) {
            assertThat(codes.redeem(phone, asker, "000000")).isEqualTo(Outcome.refused("sign_in.code_wrong"));
        }
        assertThat(told(here, person)).hasSize(SignInCodes.ATTEMPTS).containsOnly("sign_in_failed by nobody known");
        assertThat(told(there, elsewhere)).hasSize(SignInCodes.ATTEMPTS);
    }

    @Test
    void severalServersTellItOnce() {
        accounts.setPassword(account, PASSWORD).orThrow();
        Supplier<Outcome<Boolean>> server = () -> {
            acts.handOver();
            return Outcome.done(true);
        };
        AtOnce.all(List.of(server, server, server, server));
        assertThat(told(here, person)).containsExactly(changedBy(person));
        assertThat(told(there, elsewhere)).containsExactly(changedBy(elsewhere));
    }
}
