package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Visit;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Foundings.Founded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county for a test, made through the doors; each is another one, on the same database. */
public final class TestCounty {

    public static final String PASSWORD = "swallows fly home";

    /** From the county's own office. */
    public static final Visit VISIT = new Visit("10.20.30.40", null);

    private static final AtomicInteger PHONES = new AtomicInteger();

    private TestCounty() {}

    public static Phone phone() {
        return new Phone("138%08d".formatted(PHONES.incrementAndGet()));
    }

    /** By a link of its own, as if the server had just started without any county. */
    public static Founded found(Foundings foundings, Transactions transactions, JdbcClient jdbc, String name) {
        var token = LinkToken.next();
        transactions.write(() -> {
            jdbc.sql("""
                            insert into founding_link (token_hash, made_at, expires_at)
                            values (:hash, now(), now() + interval '1 hour')""").param("hash", LinkToken.hash(token)).update();
            return Outcome.done(token);
        });
        return foundings
                .found(token, new Founding(name, null, "Wang Li", phone(), PASSWORD))
                .orThrow();
    }

    public static byte[] divisions(String file) {
        try (var csv = Objects.requireNonNull(TestCounty.class.getResourceAsStream("/units/" + file), file)) {
            return csv.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Somebody who holds these posts, given by the county's administrator. */
    public static Actor staff(Founded county, Persons persons, Staff staff, Post... posts) {
        PersonId person = persons.register(county.county(), "Zhao Min", phone()).orThrow();
        List.of(posts).forEach(post -> staff.give(county.actor(), person, post).orThrow());
        return new Actor(county.county(), person, staff.postsOf(county.county(), person));
    }

    /** What the tree says when it is walked. */
    static void wayUpIsTrue(JdbcClient jdbc, CountyId county) {
        var walked = jdbc.sql("""
                        with recursive walk as (
                          select id as unit_id, id as ancestor_id, 0 as distance from unit where county_id = :county
                          union all
                          select w.unit_id, u.parent_id, w.distance + 1 from walk w
                          join unit u on u.county_id = :county and u.id = w.ancestor_id where u.parent_id is not null)
                        select unit_id::text || ancestor_id || distance from walk order by 1""")
                .param("county", county.value())
                .query(String.class)
                .list();
        var kept = jdbc.sql("""
                        select unit_id::text || ancestor_id || distance from unit_within
                        where county_id = :county order by 1""")
                .param("county", county.value())
                .query(String.class)
                .list();
        assertThat(kept).isEqualTo(walked).isNotEmpty();
    }
}
