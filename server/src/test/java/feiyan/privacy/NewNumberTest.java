package feiyan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.SignInCodes;
import feiyan.accounts.SignedIn;
import feiyan.accounts.Visit;
import feiyan.cast.Telephone;
import feiyan.cast.Village;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new number opens the account: only who has it in hand gets there, and who had the old one hears of it. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(Telephone.class)
@TestInstance(Lifecycle.PER_CLASS)
class NewNumberTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Telephone telephone;

    @Autowired
    private OwnCorrections corrections;

    @Autowired
    private SignInCodes codes;

    @Autowired
    private Persons persons;

    @Autowired
    private JdbcClient jdbc;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
    }

    private Actor somebody(String name) {
        return Actor.withoutPosts(village.county, village.person(name));
    }

    private AccountId account(Actor actor) {
        var opened = village.the(Accounts.class).openFor(village.county, List.of(actor.person()));
        return Objects.requireNonNull(opened.get(actor.person()));
    }

    private static SignedIn who(Actor actor, AccountId account) {
        return new SignedIn(account, actor.county().value(), actor.person(), false);
    }

    private Phone phone(Actor actor) {
        return persons.phone(village.county, actor.person(), actor.person(), null)
                .orElseThrow();
    }

    private String sent(AccountId account, Phone number) {
        codes.send(
                        number,
                        account.value(),
                        new Visit("203.0.113." + number.digits().substring(9), null))
                .orThrow();
        return telephone.code(number);
    }

    private static String refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused<?>) outcome).refusal().code();
    }

    @Test
    void theSixthTryFailsEvenWithTheRightCode() {
        var actor = somebody("Wang");
        var account = account(actor);
        var old = phone(actor);
        var number = new Phone("13711110041");
        var code = sent(account, number);
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(corrections.newPhone(who(actor, account), null, number, wrong)))
                    .isEqualTo("sign_in.code_wrong");
        }
        assertThat(refusal(corrections.newPhone(who(actor, account), null, number, code)))
                .isEqualTo("sign_in.code_wrong");
        assertThat(phone(actor)).isEqualTo(old);
    }

    @Test
    void aNumberThatIsTakenLeavesEverythingAsItWas() {
        var actor = somebody("Li");
        var account = account(actor);
        var old = phone(actor);
        var number = phone(somebody("Zhao"));
        assertThat(refusal(corrections.newPhone(who(actor, account), null, number, sent(account, number))))
                .isEqualTo("phone.taken");
        assertThat(phone(actor)).isEqualTo(old);
        assertThat(corrected(actor)).isZero();
    }

    @Test
    void theOldNumberIsToldWithoutTheNewOne() {
        var actor = somebody("Sun");
        var account = account(actor);
        var old = phone(actor);
        var number = new Phone("13711110042");
        corrections
                .newPhone(who(actor, account), null, number, sent(account, number))
                .orThrow();
        assertThat(phone(actor)).isEqualTo(number);
        assertThat(corrected(actor)).isOne();
        var told = telephone.last(old);
        assertThat(told.key()).isEqualTo("accounts.sms.number_changed");
        assertThat(told.first()).isEqualTo(number.masked());
    }

    private int corrected(Actor actor) {
        return jdbc.sql("select count(*) from person_correction where county_id = :county and person_id = :person")
                .param("county", village.county.value())
                .param("person", actor.person().value())
                .query(Integer.class)
                .single();
    }
}
