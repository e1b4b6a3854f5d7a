package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.volunteers.Pauses;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.Teams;
import feiyan.volunteers.VolunteerCard;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * Whom a leader may put on: members of the team who take no break. To be put on is more than to be asked, so a break
 * that keeps offers away keeps this away too; whoever takes one and wants to come ends it with one tap.
 */
@Component
class MembersToPut {

    private final Teams teams;
    private final Pauses pauses;

    MembersToPut(Teams teams, Pauses pauses) {
        this.teams = teams;
        this.pauses = pauses;
    }

    /** All of them, or why one cannot be; leaders may put on themselves during a break of their own. */
    Outcome<Collection<PersonId>> stand(Actor leader, TeamId team, Collection<PersonId> people) {
        var members = teams.members(leader.county(), team).stream()
                .map(VolunteerCard::id)
                .toList();
        if (people.isEmpty() || !members.containsAll(people)) {
            return Outcome.refused("seat.no_member");
        }
        var others = people.stream()
                .filter(person -> !person.equals(leader.person()))
                .toList();
        return pauses.of(leader.county(), others).isEmpty()
                ? Outcome.done(people)
                : Outcome.refused("seat.member_paused");
    }
}
