package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever guesses a password begins with what is known of its owner: the own name, the county's and its units'. */
@Component
class NamesNearby {

    private final JdbcClient jdbc;
    private final ObjectProvider<CountyNames> counties;
    private final ObjectProvider<LocalNames> places;

    NamesNearby(JdbcClient jdbc, ObjectProvider<CountyNames> counties, ObjectProvider<LocalNames> places) {
        this.jdbc = jdbc;
        this.counties = counties;
        this.places = places;
    }

    private record Owner(CountyId county, String name) {}

    Outcome<String> standInNone(String password, AccountId account) {
        var compared = NameSpellings.plain(password);
        return names(account).stream().flatMap(NameSpellings::of).anyMatch(compared::contains)
                ? Outcome.refused("password.name")
                : Outcome.done(password);
    }

    private List<String> names(AccountId account) {
        var known = counties.getIfAvailable();
        Map<CountyId, String> called = known == null ? Map.of() : known.all();
        var names = new ArrayList<String>();
        var theirs = new HashSet<CountyId>();
        for (var owner :
                owners(account, called.keySet().stream().map(CountyId::value).toArray(Long[]::new))) {
            names.add(owner.name);
            names.add(called.getOrDefault(owner.county, ""));
            theirs.add(owner.county);
        }
        places.ifAvailable(units -> names.addAll(units.of(theirs)));
        return names;
    }

    /** An account is somebody in each of several counties, and opens the door to all. */
    private List<Owner> owners(AccountId account, Long[] counties) {
        return jdbc.sql("""
                        select county_id, name from person
                        where county_id = any(:counties) and account_id = :account and erased_at is null
                        """)
                .param("counties", counties)
                .param("account", account.value())
                .query((row, number) -> new Owner(new CountyId(row.getLong("county_id")), row.getString("name")))
                .list();
    }
}
