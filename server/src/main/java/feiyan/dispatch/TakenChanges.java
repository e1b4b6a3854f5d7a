package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.dispatch.SuggestedChange.Kind;
import feiyan.dispatch.SuggestedChange.LessFree;
import feiyan.dispatch.SuggestedChange.Nearer;
import feiyan.dispatch.SuggestedChange.WithoutSkill;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.volunteers.WeekHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The changes that volunteers took after a no, each with what it takes to undo it. */
@Repository
class TakenChanges {

    private final JdbcClient db;

    TakenChanges(JdbcClient db) {
        this.db = db;
    }

    /** What was taken after this no and stands. */
    Optional<SuggestedChange> standing(CountyId county, OfferId offer) {
        return db.sql("""
                select c.kind, c.was, c.became from taken_change c
                where c.county_id = :county and c.offer_id = :offer and c.undone_at is null
                """)
                .param("county", county.value())
                .param("offer", offer.value())
                .query(TakenChanges::change)
                .optional();
    }

    /** False where it was taken a moment ago and stands: two taps are one. */
    boolean take(CountyId county, OfferId offer, PersonId person, SuggestedChange change, Instant now) {
        return db.sql("""
                insert into taken_change (county_id, offer_id, person_id, kind, was, became, taken_at)
                values (:county, :offer, :person, :kind, :was, :became, :now)
                on conflict (county_id, offer_id) do update
                set kind = excluded.kind, was = excluded.was, became = excluded.became, taken_at = excluded.taken_at,
                  undone_at = null
                where taken_change.county_id = :county and taken_change.undone_at is not null
                """)
                        .param("county", county.value())
                        .param("offer", offer.value())
                        .param("person", person.value())
                        .param("kind", change.kind().name())
                        .param("was", was(change))
                        .param("became", became(change))
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    /** False where it was undone a moment ago. */
    boolean undo(CountyId county, OfferId offer, Instant now) {
        return db.sql("""
                update taken_change set undone_at = :now
                where county_id = :county and offer_id = :offer and undone_at is null
                """)
                        .param("county", county.value())
                        .param("offer", offer.value())
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    private static String was(SuggestedChange change) {
        return switch (change) {
            case Nearer(int _, int was, int _) -> Integer.toString(was);
            case LessFree(var hours) -> hours.bits();
            case WithoutSkill(var skill, boolean _) -> skill;
        };
    }

    private static @Nullable String became(SuggestedChange change) {
        return change instanceof Nearer nearer ? Integer.toString(nearer.metres()) : null;
    }

    /** How far it was is not kept: it is no longer what matters. */
    private static SuggestedChange change(ResultSet row, int number) throws SQLException {
        var was = row.getString("was");
        return switch (Kind.valueOf(row.getString("kind"))) {
            case NEARER -> new Nearer(0, Integer.parseInt(was), Integer.parseInt(row.getString("became")));
            case LESS_FREE -> new LessFree(new WeekHours(was));
            case WITHOUT_SKILL -> new WithoutSkill(was, false);
        };
    }
}
