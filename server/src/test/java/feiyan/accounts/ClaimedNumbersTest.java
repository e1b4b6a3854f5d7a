package feiyan.accounts;

import static feiyan.accounts.AccountsWorld.CHANGLE;
import static feiyan.accounts.AccountsWorld.TANCHENG;
import static feiyan.accounts.AccountsWorld.newMobile;
import static feiyan.accounts.AccountsWorld.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.database.FeiyanTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whoever is invited types some number: that claims it, and proves nothing. */
@FeiyanTest
@Import(AccountsWorld.class)
class ClaimedNumbersTest {

    private static final String PASSWORD = "swallow over wheat";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Places places;

    @Autowired
    private Persons persons;

    @Autowired
    private SignInCodes codes;

    @Autowired
    private AccountsWorld.Company company;

    private final Phone phone = newMobile();

    private AccountId claimed() {
        return accounts.openStaffAccount(TANCHENG, "Ma", phone, PASSWORD).orThrow();
    }

    private PersonId grandmother(CountyId county) {
        return persons.register(county, "Grandmother", phone).orThrow();
    }

    private AccountId redeemed() {
        var asker = Ids.next();
        codes.send(phone, asker, AccountsWorld.SOMEWHERE).orThrow();
        return codes.redeem(phone, asker, company.last().code()).orThrow();
    }

    private Optional<PersonId> in(CountyId county, AccountId account) {
        return places.of(account).stream()
                .filter(place -> place.county().equals(county))
                .findFirst()
                .flatMap(place -> Optional.ofNullable(place.person()));
    }

    @Test
    void nobodyOfAnotherCountyFallsToWhoeverTypedTheirNumber() {
        var hers = grandmother(CHANGLE);
        var account = claimed();
        assertThat(in(CHANGLE, account)).isEmpty();
        assertThat(refusalOf(places.enter(account, CHANGLE, null))).isEqualTo("person.none_here");
        assertThat(refusalOf(places.enter(account, CHANGLE, "Ma"))).isEqualTo("account.phone_claimed");
        assertThat(accounts.of(CHANGLE, hers)).isEmpty();
    }

    @Test
    void whoHasThePhoneInHandIsWhomTheCountyRegisteredUnderIt() {
        var hers = grandmother(CHANGLE);
        var account = redeemed();
        assertThat(in(CHANGLE, account)).contains(hers);
        assertThat(places.enter(account, CHANGLE, null).orThrow()).isEqualTo(hers);
    }

    @Test
    void atTheCounterAClaimedNumberStandsForTheNameItWasClaimedUnderAlone() {
        var account = claimed();
        var staff = in(TANCHENG, account).orElseThrow();
        assertThat(persons.register(TANCHENG, "Ma", phone).orThrow()).isEqualTo(staff);
        var hers = grandmother(TANCHENG);
        assertThat(hers).isNotEqualTo(staff);
        assertThat(persons.byPhone(TANCHENG, phone)).contains(hers);
        assertThat(in(TANCHENG, account)).contains(staff);
    }

    @Test
    void aCodeAloneDoesNotProveWhatSomebodyElseMayHaveClaimed() {
        var hers = grandmother(CHANGLE);
        var account = claimed();
        assertThat(redeemed()).isEqualTo(account);
        assertThat(in(CHANGLE, account)).isEmpty();
        assertThat(accounts.of(CHANGLE, hers)).isEmpty();
    }
}
