package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.cast.Village;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a unit is called is known to whoever passes its door. */
@FeiyanTest(properties = "feiyan.jobs=false")
class PlaceNamesInPasswordsTest {

    private static final Outcome<AccountId> REFUSED = Outcome.refused("password.name");

    @Autowired
    private ApplicationContext house;

    @Autowired
    private UnitChanges changes;

    @Autowired
    private Accounts accounts;

    @Test
    void noNameOfAUnitOfTheOwnCountyStandsInAPassword() {
        var here = Village.in(house);
        var there = Village.in(house);
        changes.open(here.administrator, here.center, NewUnit.named("马头镇新时代文明实践所"))
                .orThrow();
        changes.open(there.administrator, there.center, NewUnit.named("采莲湖镇")).orThrow();
        var account = account(here);
        assertThat(accounts.setPassword(account, "matou@20261122")).isEqualTo(REFUSED);
        assertThat(accounts.setPassword(account, "家在马头，心也在")).isEqualTo(Outcome.refused("password.too_short", 10));
        assertThat(accounts.setPassword(account, "家在马头，心也在马头")).isEqualTo(REFUSED);
        assertThat(accounts.setPassword(account, "cailianhu by the lake")).isEqualTo(Outcome.done(account));
    }

    private AccountId account(Village village) {
        var person = village.clerk.person();
        return Objects.requireNonNull(
                accounts.openFor(village.county, List.of(person)).get(person));
    }
}
