package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register as the staff of a unit read it: of their own subtree. */
@Component
public class Register {

    /** Who is looked for by name is found among so many, or by more of the name. */
    private static final int FOUND_AT_MOST = 20;

    private final JdbcClient db;
    private final Volunteers volunteers;
    private final UnitReach reach;

    Register(JdbcClient db, Volunteers volunteers, UnitReach reach) {
        this.db = db;
        this.volunteers = volunteers;
        this.reach = reach;
    }

    /** Whether the actor keeps a register at all. */
    public boolean isKeptBy(Actor actor) {
        return actor.unitsAs(UnitReach.KEEPERS).length > 0;
    }

    /** Whether the unit's register is the actor's to keep. */
    public boolean reaches(Actor actor, UnitId unit) {
        return reach.covers(actor, List.of(unit));
    }

    /** The volunteer, where the registration is the actor's to keep. */
    public Optional<Volunteer> find(Actor actor, PersonId id) {
        return volunteers.find(actor.county(), id).filter(volunteer -> reaches(actor, volunteer.unit()));
    }

    /** By the whole number or a part of the name. */
    public List<VolunteerCard> search(Actor actor, String words) {
        return db.sql("""
                select v.volunteer_id, v.number, v.name, v.unit_id from serving_volunteer v
                where v.county_id = :county and (v.number = :words or position(lower(:words) in lower(v.name)) > 0)
                  and exists (
                    select from unit_within w
                    where w.county_id = :county and w.unit_id = v.unit_id and w.ancestor_id = any(:units))
                order by v.number limit :limit
                """)
                .param("county", actor.county().value())
                .param("words", words.strip())
                .param("units", actor.unitsAs(UnitReach.KEEPERS))
                .param("limit", FOUND_AT_MOST)
                .query((row, number) -> Volunteers.card(row))
                .list();
    }

    /** By the number alone, for a form that names one person. */
    public Optional<VolunteerCard> byNumber(Actor actor, String number) {
        return VolunteerNumber.isValid(number.strip())
                ? search(actor, number).stream().findFirst()
                : Optional.empty();
    }
}
