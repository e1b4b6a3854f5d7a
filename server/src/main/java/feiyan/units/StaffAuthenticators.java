package feiyan.units;

import feiyan.accounts.LostAuthenticators;
import feiyan.accounts.LostBecause;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Recognised;
import feiyan.platform.Outcome;
import java.util.List;
import org.springframework.stereotype.Component;

/** The second step of staff who lost it, in the hands of an administrator who has all their posts in reach. */
@Component
public class StaffAuthenticators {

    private final StaffPosts posts;
    private final Persons persons;
    private final LostAuthenticators lost;

    StaffAuthenticators(StaffPosts posts, Persons persons, LostAuthenticators lost) {
        this.posts = posts;
        this.persons = persons;
        this.lost = lost;
    }

    /** @param setUp whether there is one to take off */
    public record Of(PersonId person, String name, boolean setUp) {}

    public Outcome<Of> of(Actor actor, PersonId person) {
        return within(actor, person)
                .map(found -> new Of(
                        found,
                        persons.names(actor.county(), List.of(found)).getOrDefault(found, ""),
                        lost.isSetUp(actor.county(), found)));
    }

    public Outcome<PersonId> forget(Actor actor, PersonId person, LostBecause why, Recognised recognised) {
        return within(actor, person).then(found -> lost.forget(actor.county(), found, actor.person(), why, recognised));
    }

    /** Nobody for themselves: whoever sits at an open desk would have the whole account. */
    private Outcome<PersonId> within(Actor actor, PersonId person) {
        if (!posts.liesWhollyWithin(actor, person)) {
            return Outcome.refused("person.not_yours");
        }
        return actor.person().equals(person) ? Outcome.refused("second_step.own") : Outcome.done(person);
    }
}
