package feiyan.accounts;

import static feiyan.accounts.AccountsWorld.CHANGLE;
import static feiyan.accounts.AccountsWorld.TANCHENG;
import static feiyan.accounts.AccountsWorld.newMobile;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.Tenants;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A number, a password and an app's secret are kept for somebody; where there is nobody they go. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import({AccountsWorld.class, AccountsOfNobodyTest.Both.class})
class AccountsOfNobodyTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Both {

        @Bean
        @Primary
        Tenants both() {
            return () -> List.of(TANCHENG, CHANGLE);
        }
    }

    @Autowired
    private Leftovers leftovers;

    @Autowired
    private SignInCodes codes;

    @Autowired
    private Places places;

    @Autowired
    private Persons persons;

    @Autowired
    private AccountsWorld.Company company;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    private AccountId redeemed(Phone phone) {
        var asker = Ids.next();
        codes.send(phone, asker, AccountsWorld.SOMEWHERE).orThrow();
        return codes.redeem(phone, asker, company.last().code()).orThrow();
    }

    private boolean isThere(AccountId account) {
        return jdbc.sql("select exists (select 1 from account where id = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void whoNeverSaidWhoTheyAreIsSweptAwayAfterADayAndNobodyElse() {
        var start = Instant.parse("2026-03-02T02:00:00Z");
        var somebody = clock.at(start, () -> redeemed(newMobile()));
        places.enter(somebody, CHANGLE, "Wang").orThrow();
        var back = newMobile();
        var returning = clock.at(start, () -> redeemed(back));
        var known = newMobile();
        persons.register(TANCHENG, "Li", known).orThrow();
        var nobody = clock.at(start, () -> redeemed(known));
        clock.at(start.plus(Duration.ofHours(20)), () -> redeemed(back));

        clock.at(start.plus(Duration.ofHours(24)), leftovers::sweep);
        assertThat(List.of(somebody, returning, nobody)).allMatch(this::isThere);
        clock.at(start.plus(Duration.ofHours(26)), leftovers::sweep);
        assertThat(isThere(nobody)).isFalse();
        assertThat(List.of(somebody, returning)).allMatch(this::isThere);
        clock.at(start.plus(Duration.ofHours(46)), leftovers::sweep);
        assertThat(isThere(returning)).isFalse();
        assertThat(isThere(somebody)).isTrue();
    }
}
