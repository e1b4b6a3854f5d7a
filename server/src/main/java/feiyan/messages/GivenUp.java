package feiyan.messages;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.OutboxRow;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.Units;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What could not be told however often it was tried, for the administrators of the center: kinds, times, no names. */
@Service
public class GivenUp {

    /** What is beyond shows once these are done. */
    public static final int SHOWN = 100;

    private final OutboxWorker outbox;
    private final Units units;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    GivenUp(OutboxWorker outbox, Units units, Transactions transactions, JdbcClient jdbc, InstantSource clock) {
        this.outbox = outbox;
        this.units = units;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A text message that did not leave. */
    public record Text(NoticeKind kind, Instant since, int attempts) {}

    public record Listing(List<OutboxRow> rows, List<Text> texts) {

        public boolean isEmpty() {
            return rows.isEmpty() && texts.isEmpty();
        }
    }

    public Outcome<Listing> list(Actor actor) {
        return administersCenter(actor)
                ? Outcome.done(new Listing(
                        outbox.givenUp(actor.county()).stream().limit(SHOWN).toList(), texts(actor.county())))
                : Outcome.refused("message.not_yours");
    }

    /** All of it once more, once its cause is gone; how many. */
    public Outcome<Integer> tryAgain(Actor actor) {
        return administersCenter(actor)
                ? transactions.write(() -> Outcome.done(outbox.tryAgain(actor.county()) + reviveTexts(actor.county())))
                : Outcome.refused("message.not_yours");
    }

    private boolean administersCenter(Actor actor) {
        var own = Arrays.asList(actor.unitsAs(Role.ADMINISTRATOR));
        return units.center(actor.county())
                .filter(center -> own.contains(center.id().value()))
                .isPresent();
    }

    private List<Text> texts(CountyId county) {
        return jdbc.sql("""
                select n.kind, t.ended_at, t.attempts
                from text_message t join notice n on n.county_id = :county and n.id = t.notice_id
                where t.county_id = :county and t.outcome = 'GIVEN_UP'
                order by t.ended_at, t.id limit :most
                """)
                .param("county", county.value())
                .param("most", SHOWN)
                .query((row, number) -> new Text(
                        NoticeKind.of(row.getString("kind")), DbTime.read(row, "ended_at"), row.getInt("attempts")))
                .list();
    }

    private int reviveTexts(CountyId county) {
        return jdbc.sql("""
                update text_message set outcome = null, ended_at = null, attempts = 0, due_at = :now
                where county_id = :county and outcome = 'GIVEN_UP'
                """)
                .param("county", county.value())
                .param("now", DbTime.of(clock.instant()))
                .update();
    }
}
