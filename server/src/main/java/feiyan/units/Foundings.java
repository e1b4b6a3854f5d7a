package feiyan.units;

import feiyan.accounts.Accounts;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.platform.CountyFounded;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A county from nothing: by a one-time link that the server prints when it starts with none. */
@Component
public class Foundings {

    private static final Duration VALID = Duration.ofHours(24);
    private static final Pattern DIVISION = Pattern.compile("[0-9]{6}");

    private final Transactions transactions;
    private final UnitRows units;
    private final StaffPosts posts;
    private final Accounts accounts;
    private final Persons persons;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final UnitNames names = new UnitNames();

    Foundings(
            Transactions transactions,
            UnitRows units,
            StaffPosts posts,
            Accounts accounts,
            Persons persons,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            InstantSource clock) {
        this.transactions = transactions;
        this.units = units;
        this.posts = posts;
        this.accounts = accounts;
        this.persons = persons;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The new county with its center, and its first administrator. */
    public record Founded(CountyId county, UnitId center, PersonId administrator) {

        public Actor actor() {
            return new Actor(county, administrator, Set.of(new Post(center, Role.ADMINISTRATOR)));
        }
    }

    /** A new link's token while there is no county; whatever was printed before is void. */
    public Optional<String> newLink() {
        return transactions
                .write(() -> Outcome.done(anyCounty() ? Optional.<String>empty() : Optional.of(replaced())))
                .orThrow();
    }

    private String replaced() {
        var token = LinkToken.next();
        jdbc.sql("delete from founding_link where used_at is null").update();
        jdbc.sql("insert into founding_link (token_hash, made_at, expires_at) values (:hash, :now, :expires)")
                .param("hash", LinkToken.hash(token))
                .param("now", DbTime.of(clock.instant()))
                .param("expires", DbTime.of(clock.instant().plus(VALID)))
                .update();
        return token;
    }

    private boolean anyCounty() {
        return jdbc.sql("select exists (select 1 from county)")
                .query(Boolean.class)
                .single();
    }

    public boolean isOpen(String token) {
        return jdbc.sql("""
                        select exists (select 1 from founding_link
                          where token_hash = :hash and used_at is null and expires_at > :now)""")
                .param("hash", LinkToken.hash(token))
                .param("now", DbTime.of(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Two people with one link: the row of the link lets one pass. Mistakes leave the link as it was. */
    public Outcome<Founded> found(String token, Founding founding) {
        return transactions.write(
                () -> spend(token) ? founded(founding, false) : Outcome.refused("founding.link_ended"));
    }

    /** The demo county founds itself, where there is no other. Of two instances one waits and then finds it there. */
    public Outcome<Founded> foundDemo(Founding founding) {
        return transactions.write(() -> {
            jdbc.sql("lock table county in share row exclusive mode").update();
            return anyCounty() ? Outcome.refused("founding.county_there") : founded(founding, true);
        });
    }

    private boolean spend(String token) {
        return jdbc.sql("""
                        update founding_link set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now""")
                        .param("now", DbTime.of(clock.instant()))
                        .param("hash", LinkToken.hash(token))
                        .update()
                == 1;
    }

    private Outcome<Founded> founded(Founding founding, boolean demo) {
        var code = founding.divisionCode();
        if (code != null && !DIVISION.matcher(code).matches()) {
            return Outcome.refused("county.division_code");
        }
        var county = Ids.nextCounty();
        var center = new UnitId(Ids.next());
        return UnitRows.usable(founding.county())
                .then(name -> {
                    insert(county, name, founding, demo);
                    var unit = NewUnit.named(names.of(Tier.CENTER, name));
                    units.add(county, center, Tier.CENTER, unit, null, clock.instant());
                    return administrator(county, founding);
                })
                .then(person -> appointed(new Founded(county, center, person)));
    }

    private void insert(CountyId county, String name, Founding founding, boolean demo) {
        jdbc.sql("""
                        insert into county (id, name, division_code, demo, founded_at)
                        values (:county, :name, :code, :demo, :now)""")
                .param("county", county.value())
                .param("name", name)
                .param("code", founding.divisionCode())
                .param("demo", demo)
                .param("now", DbTime.of(clock.instant()))
                .update();
    }

    private Outcome<PersonId> administrator(CountyId county, Founding founding) {
        return accounts.openStaffAccount(county, founding.administrator(), founding.phone(), founding.password())
                .map(account -> persons.byPhone(county, founding.phone()).orElseThrow());
    }

    /** Nobody is there yet who could give the first post; it stands as given by its holder. */
    private Outcome<Founded> appointed(Founded founded) {
        return posts.begin(founded.actor(), founded.administrator(), new Post(founded.center(), Role.ADMINISTRATOR))
                .map(post -> {
                    events.publishEvent(new CountyFounded(founded.county()));
                    return founded;
                });
    }
}
