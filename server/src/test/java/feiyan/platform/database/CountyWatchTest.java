package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.AccountId;
import feiyan.accounts.PersonId;
import feiyan.accounts.SignedIn;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The watch bites: statements that are wrong on purpose, each in its own way. */
@FeiyanTest(properties = "feiyan.jobs=false")
class CountyWatchTest {

    private static final long OWN = 4711;
    private static final long OTHER = 4712;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Transactions transactions;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
        CountyWatch.take();
    }

    @Test
    void aStatementForTheOwnCountyPasses() {
        signedIn();
        units(OWN);
        assertThat(CountyWatch.take()).isEmpty();
    }

    @Test
    void aStatementForAnotherCountyThanTheActorsIsSeen() {
        signedIn();
        units(OTHER);
        assertThat(CountyWatch.take()).singleElement().asString().contains("county 4712 in the hands of 4711");
    }

    @Test
    void aStatementThatNamesTwoCountiesIsSeen() {
        jdbc.sql("select u.id from unit u join team t on t.county_id = :other where u.county_id = :own")
                .param("own", OWN)
                .param("other", OTHER)
                .query()
                .listOfRows();
        assertThat(CountyWatch.take()).singleElement().asString().contains("several counties");
    }

    @Test
    void aTransactionThatSpansTwoCountiesIsSeen() {
        transactions.write(() -> {
            units(OWN);
            units(OTHER);
            return Outcome.done(OTHER);
        });
        assertThat(CountyWatch.take()).singleElement().asString().contains("a second county 4712 in one transaction");
    }

    @Test
    void twoTransactionsMayBeOfTwoCounties() {
        List.of(OWN, OTHER)
                .forEach(county -> transactions.write(() -> {
                    units(county);
                    return Outcome.done(county);
                }));
        assertThat(CountyWatch.take()).isEmpty();
    }

    @Test
    void aJobThatLooksIntoAnotherCountyThanItIsAtIsSeen() {
        for (var county :
                ActingCounty.observed(() -> List.of(new CountyId(OWN))).all()) {
            units(county.value());
            units(OTHER);
        }
        assertThat(CountyWatch.take()).singleElement().asString().contains("county 4712 in the hands of 4711");
        units(OTHER);
        assertThat(CountyWatch.take()).isEmpty();
    }

    private void units(long county) {
        jdbc.sql("select id from unit where county_id = :county")
                .param("county", county)
                .query()
                .listOfRows();
    }

    private static void signedIn() {
        var somebody = new SignedIn(new AccountId(Ids.next()), OWN, new PersonId(Ids.next()), false);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(somebody, null, List.of()));
    }
}
