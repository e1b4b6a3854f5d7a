package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.sql.Types;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A volunteer's break: until its last day nobody asks them. Theirs alone to take and to end; no reason is owed. */
@Component
public class Pauses {

    /** One tap is a week. Ours. */
    public static final int USUAL_DAYS = 7;

    /** Whoever stays away for longer is asked by the station how they are. Ours. */
    public static final int MOST_DAYS = 365;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient db;
    private final VolunteerNews news;
    private final Transactions transactions;
    private final InstantSource clock;

    Pauses(JdbcClient db, VolunteerNews news, Transactions transactions, InstantSource clock) {
        this.db = db;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Nobody asks from now on.
     *
     * @param until the last day; null for a week from today
     * @return the last day
     */
    public Outcome<LocalDate> pause(Actor actor, @Nullable LocalDate until) {
        var today = today();
        var last = until == null ? today.plusDays(USUAL_DAYS) : until;
        if (last.isBefore(today)) {
            return Outcome.refused("volunteer.pause_past");
        }
        if (last.isAfter(today.plusDays(MOST_DAYS))) {
            return Outcome.refused("volunteer.pause_long", MOST_DAYS);
        }
        return set(actor, last).map(done -> last);
    }

    /** Whoever does not pause is there already: nothing changes. */
    public Outcome<PersonId> end(Actor actor) {
        return set(actor, null);
    }

    private Outcome<PersonId> set(Actor actor, @Nullable LocalDate until) {
        return transactions.write(() -> {
            int changed = db.sql("""
                    update volunteer set paused_until = :until
                    where county_id = :county and person_id = :person and left_at is null
                    """)
                    .param("until", until, Types.DATE)
                    .param("county", actor.county().value())
                    .param("person", actor.person().value())
                    .update();
            if (changed == 0) {
                return Outcome.refused("volunteer.not_yours");
            }
            news.changed(actor.county(), actor.person());
            return Outcome.done(actor.person());
        });
    }

    /** The last day of the break that somebody takes today. */
    public Optional<LocalDate> of(CountyId county, PersonId person) {
        return Optional.ofNullable(of(county, List.of(person)).get(person));
    }

    /** Of those who take a break today, its last day. */
    public Map<PersonId, LocalDate> of(CountyId county, Collection<PersonId> people) {
        var pauses = new HashMap<PersonId, LocalDate>();
        db.sql("""
                select v.person_id, v.paused_until from volunteer v
                where v.county_id = :county and v.person_id = any(:people) and v.paused_until >= :today
                """)
                .param("county", county.value())
                .param("people", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .param("today", today())
                .query(row -> {
                    pauses.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getObject("paused_until", LocalDate.class));
                });
        return pauses;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }
}
