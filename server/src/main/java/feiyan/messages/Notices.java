package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What somebody was told in the app, the latest first; their own and nobody else's. */
@Service
public class Notices {

    public static final int PAGE = 20;

    static final String UNREAD = """
            select count(*)::int from notice
            where county_id = :county and person_id = :person and read_at is null
              and""" + NoticeBook.READABLE;

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Transactions transactions;
    private final NoticeBook book;
    private final JdbcClient jdbc;
    private final InstantSource time;

    Notices(Transactions transactions, NoticeBook book, JdbcClient jdbc, InstantSource time) {
        this.transactions = transactions;
        this.book = book;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** At most {@value #PAGE}, those told before {@code before}. */
    public List<Notice> latest(Actor actor, @Nullable NoticeId before) {
        var rows = jdbc.sql(
                        "select " + NoticeBook.COLUMNS + """
                 from notice
                where county_id = :county and person_id = :person and id < :before
                  and""" + NoticeBook.READABLE + " order by id desc limit :page")
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("before", before == null ? AFTER_ALL : before.value())
                .param("page", PAGE)
                .query(NoticeBook::row)
                .list();
        return book.notices(actor.county(), rows);
    }

    public int unread(CountyId county, PersonId person) {
        return jdbc.sql(UNREAD)
                .param("county", county.value())
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    /** Marks one as read, whether or not it was before; the answer says where it leads. */
    public Outcome<Notice> read(Actor actor, NoticeId id) {
        return transactions.write(() -> {
            var rows = jdbc.sql("""
                    update notice set read_at = coalesce(read_at, :now)
                    where county_id = :county and person_id = :person and id = :id
                      and""" + NoticeBook.READABLE + " returning " + NoticeBook.COLUMNS)
                    .param("now", DbTime.of(time.instant()))
                    .param("county", actor.county().value())
                    .param("person", actor.person().value())
                    .param("id", id.value())
                    .query(NoticeBook::row)
                    .list();
            return book.notices(actor.county(), rows).stream()
                    .findFirst()
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused("notice.gone"));
        });
    }

    /** @param upTo the latest that was on the page: what came in since stays unread */
    public Outcome<Integer> readAll(Actor actor, NoticeId upTo) {
        return transactions.write(() -> Outcome.done(jdbc.sql("""
                update notice set read_at = :now
                where county_id = :county and person_id = :person and read_at is null and id <= :upTo
                """)
                .param("now", DbTime.of(time.instant()))
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("upTo", upTo.value())
                .update()));
    }
}
