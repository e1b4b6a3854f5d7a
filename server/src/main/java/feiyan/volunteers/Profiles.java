package feiyan.volunteers;

import feiyan.accounts.Consents;
import feiyan.accounts.PersonId;
import feiyan.accounts.Purpose;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What volunteers say of themselves: skills, free hours, how much a week, how far. Theirs to change, or the staff's.
 */
@Component
public class Profiles {

    private final JdbcClient db;
    private final Consents consents;
    private final VolunteerNews news;
    private final Transactions transactions;

    Profiles(JdbcClient db, Consents consents, VolunteerNews news, Transactions transactions) {
        this.db = db;
        this.consents = consents;
        this.news = news;
        this.transactions = transactions;
    }

    /** All of it at once, as a form sends it. */
    public Outcome<PersonId> change(Actor actor, PersonId id, Profile profile) {
        return transactions.write(() -> skills(actor, id, profile.skills())
                .then(same -> availability(actor, id, profile.freeHours(), profile.weeklyLimitMinutes()))
                .then(same -> registered(actor, id, profile)));
    }

    private Outcome<PersonId> registered(Actor actor, PersonId id, Profile profile) {
        return changed(
                actor,
                id,
                () -> db.sql("""
                        update volunteer set unit_id = :unit, radius_metres = :radius, party_member = :party
                        where county_id = :county and person_id = :id
                        """)
                        .param("unit", profile.unit().value())
                        .param("radius", profile.radiusMetres())
                        .param("party", profile.partyMember())
                        .param("county", actor.county().value())
                        .param("id", id.value())
                        .update());
    }

    /** The skills are these and no others. */
    public Outcome<PersonId> skills(Actor actor, PersonId id, Set<String> skills) {
        return changed(actor, id, () -> {
            var county = actor.county().value();
            var wanted = skills.stream()
                    .map(String::strip)
                    .filter(skill -> !skill.isEmpty())
                    .toArray(String[]::new);
            db.sql(
                            "delete from volunteer_skill where county_id = :county and person_id = :id and skill <> all(:skills)")
                    .param("county", county)
                    .param("id", id.value())
                    .param("skills", wanted)
                    .update();
            db.sql("""
                    insert into volunteer_skill (county_id, skill, person_id)
                    select distinct :county, skill, :id::uuid from unnest(:skills) as skill
                    on conflict do nothing
                    """)
                    .param("county", county)
                    .param("id", id.value())
                    .param("skills", wanted)
                    .update();
        });
    }

    public Outcome<PersonId> availability(Actor actor, PersonId id, WeekHours hours, int weeklyLimitMinutes) {
        return changed(
                actor,
                id,
                () -> db.sql("""
                        update volunteer set free_hours = :hours::bit(168), weekly_limit_minutes = :limit
                        where county_id = :county and person_id = :id
                        """)
                        .param("hours", hours.bits())
                        .param("limit", weeklyLimitMinutes)
                        .param("county", actor.county().value())
                        .param("id", id.value())
                        .update());
    }

    /** Refused as {@code consent.location} without the volunteer's consent to it. */
    public Outcome<PersonId> home(Actor actor, PersonId id, CoarsePosition home, int radiusMetres) {
        if (!consents.has(actor.county(), id, Purpose.LOCATION)) {
            return Outcome.refused("consent.location");
        }
        return changed(
                actor,
                id,
                () -> db.sql("""
                        update volunteer set latitude = :latitude, longitude = :longitude, radius_metres = :radius
                        where county_id = :county and person_id = :id
                        """)
                        .param("latitude", home.latitude())
                        .param("longitude", home.longitude())
                        .param("radius", radiusMetres)
                        .param("county", actor.county().value())
                        .param("id", id.value())
                        .update());
    }

    private Outcome<PersonId> changed(Actor actor, PersonId id, Runnable change) {
        return transactions.write(() -> {
            if (!mayChange(actor, id)) {
                return Outcome.refused("volunteer.not_yours");
            }
            change.run();
            news.changed(actor.county(), id);
            return Outcome.done(id);
        });
    }

    private boolean mayChange(Actor actor, PersonId id) {
        return db.sql("""
                select exists (
                  select from volunteer v
                  where v.county_id = :county and v.person_id = :id and v.left_at is null
                    and (v.person_id = :self or exists (
                      select from unit_within w
                      where w.county_id = :county and w.unit_id = v.unit_id and w.ancestor_id = any(:units))))
                """)
                .param("county", actor.county().value())
                .param("id", id.value())
                .param("self", actor.person().value())
                .param("units", staffUnits(actor))
                .query(Boolean.class)
                .single();
    }

    private static UUID[] staffUnits(Actor actor) {
        return actor.unitsAs(UnitReach.KEEPERS);
    }
}
