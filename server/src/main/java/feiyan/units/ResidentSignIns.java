package feiyan.units;

import feiyan.accounts.Limit;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Recognised;
import feiyan.accounts.SignInsBecause;
import feiyan.accounts.SignInsOfOthers;
import feiyan.accounts.Throttles;
import feiyan.platform.Outcome;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sign-ins of residents, volunteers and staff whose phone is gone, in the hands of an administrator of their
 * station or above it; of whoever has no station yet, in those of the center's.
 */
@Component
public class ResidentSignIns {

    /** Nobody goes through a telephone book: whether a number is known here shows in the answer. */
    private static final List<Limit> LOOKING =
            List.of(new Limit(30, Duration.ofHours(1)), new Limit(100, Duration.ofDays(1)));

    private final Persons persons;
    private final SignInsOfOthers signIns;
    private final Throttles throttles;
    private final JdbcClient jdbc;

    ResidentSignIns(Persons persons, SignInsOfOthers signIns, Throttles throttles, JdbcClient jdbc) {
        this.persons = persons;
        this.signIns = signIns;
        this.throttles = throttles;
        this.jdbc = jdbc;
    }

    /** Who is out of reach is not told from whom nobody knows. */
    public Outcome<Integer> end(Actor actor, Phone phone, SignInsBecause why, Recognised recognised) {
        if (!actor.holds(Role.ADMINISTRATOR)) {
            return Outcome.refused("sign_ins.not_yours");
        }
        return throttles
                .take("sign_ins.look", actor.person().value().toString(), LOOKING)
                .then(taken -> persons.byPhone(actor.county(), phone)
                        .filter(person -> reaches(actor, person))
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused("sign_ins.nobody")))
                .then(person -> signIns.end(actor.county(), person, actor.person(), why, recognised));
    }

    /** Their station lies within, and so does every post that they hold. */
    private boolean reaches(Actor actor, PersonId person) {
        return jdbc.sql("""
                        with own as (
                          select w.unit_id from unit_within w
                          where w.county_id = :county and w.ancestor_id = any(:units))
                        select coalesce(
                            (select h.station_id in (select unit_id from own) from resident_home h
                              where h.county_id = :county and h.person_id = :person),
                            exists (select 1 from unit u
                              where u.county_id = :county and u.id = any(:units) and u.parent_id is null))
                          and not exists (select 1 from staff_post p
                            where p.county_id = :county and p.person_id = :person and p.ended_at is null
                              and p.unit_id not in (select unit_id from own))
                        """)
                .param("county", actor.county().value())
                .param("person", person.value())
                .param("units", actor.unitsAs(Role.ADMINISTRATOR))
                .query(Boolean.class)
                .single();
    }
}
