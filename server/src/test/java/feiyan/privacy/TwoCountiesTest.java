package feiyan.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.Erasures;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.orders.OrdersWorld;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgotten in one county, somebody is who they were in the other; the account goes with the last of them. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class TwoCountiesTest {

    private static final Phone PHONE = new Phone("13744440001");

    @Autowired
    private OrdersWorld world;

    @Autowired
    private Persons persons;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Erasures erasures;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theAccountGoesWithTheLastCounty() {
        var here = world.county().county();
        var there = world.county().county();
        var me = persons.register(here, "Here", PHONE).orThrow();
        var alsoMe = persons.register(there, "There", PHONE).orThrow();
        var account = account(here, me);
        assertThat(account(there, alsoMe)).isEqualTo(account);

        forget(here, me);
        assertThat(persons.find(here, me)).isEmpty();
        assertThat(persons.find(there, alsoMe)).isPresent();
        assertThat(accounts.of(there, alsoMe)).contains(account);

        forget(there, alsoMe);
        assertThat(left(account)).isZero();
    }

    @Test
    void nobodyOfTheSameNumberElsewhereKeepsTheAccountAlive() {
        var phone = new Phone("13744440003");
        var here = world.county().county();
        var me = persons.register(here, "Here", phone).orThrow();
        var there = world.county().county();
        persons.register(there, "There, and never signed in", phone).orThrow();
        var account = account(here, me);
        forget(here, me);
        assertThat(left(account)).isZero();
    }

    @Test
    void anAccountThatIsNobodyYetGoesWithThePersonOfItsNumber() {
        var phone = new Phone("13744440004");
        var here = world.county().county();
        var me = persons.register(here, "Here", phone).orThrow();
        var account = nobodysAccount(phone);
        forget(here, me);
        assertThat(left(account)).isZero();
    }

    @Test
    void nobodyIsForgottenThroughAnotherCounty() {
        var here = world.county().county();
        var there = world.county().county();
        var me = persons.register(here, "Mine", new Phone("13744440002")).orThrow();
        assertThat(erasures.running(there, me)).isEmpty();
        assertThatThrownBy(() -> erasures.begin(there, me)).isInstanceOf(RuntimeException.class);
        assertThat(persons.find(here, me)).isPresent();
    }

    private AccountId account(CountyId county, PersonId person) {
        return Objects.requireNonNull(accounts.openFor(county, List.of(person)).get(person));
    }

    /** Somebody typed the code and went away before saying who they are. */
    private AccountId nobodysAccount(Phone phone) {
        var there = world.county().county();
        var account = account(there, persons.register(there, "There", phone).orThrow());
        jdbc.sql(
                        "update person set account_id = null, phone_key = null where county_id = :county and account_id = :account")
                .param("county", there.value())
                .param("account", account.value())
                .update();
        return account;
    }

    private void forget(CountyId county, PersonId person) {
        assertThat(erasures.begin(county, person)).isInstanceOf(Outcome.Done.class);
        erasures.finish(county, person);
    }

    private int left(AccountId account) {
        return jdbc.sql("select count(*) from account where id = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }
}
