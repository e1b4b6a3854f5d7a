package feiyan.demo;

import feiyan.accounts.Accounts;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.SignedIn;
import feiyan.platform.CountyId;
import feiyan.units.Counties;
import feiyan.units.County;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cast of the demo county, for the page "Enter as…". Whether somebody may is the page's to decide. */
@Component
public class Players {

    private final Counties counties;
    private final Persons persons;
    private final Accounts accounts;

    Players(Counties counties, Persons persons, Accounts accounts) {
        this.counties = counties;
        this.persons = persons;
        this.accounts = accounts;
    }

    public record Player(Cast part, String name) {}

    /** In the order of the story; empty where there is no demo county. */
    public List<Player> all() {
        var players = new ArrayList<Player>();
        for (var part : Cast.values()) {
            county().ifPresent(county -> find(county, part)
                    .flatMap(id -> persons.find(county, id))
                    .ifPresent(person -> players.add(new Player(part, person.name()))));
        }
        return players;
    }

    public boolean areThere() {
        return county().isPresent();
    }

    /** As if this person had signed in, staff with all their steps. */
    public Optional<SignedIn> signIn(Cast part) {
        return county().flatMap(county -> find(county, part)
                .flatMap(person -> accounts.of(county, person)
                        .map(account -> new SignedIn(account, county.value(), person, part.isStaff()))));
    }

    private Optional<CountyId> county() {
        return counties.all().stream().filter(County::demo).findFirst().map(County::id);
    }

    private Optional<PersonId> find(CountyId county, Cast part) {
        return persons.byPhone(county, part.phone());
    }
}
