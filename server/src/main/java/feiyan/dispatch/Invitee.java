package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.volunteers.TeamId;

/** Who is asked: a team, for which its leader answers, or one volunteer. */
public sealed interface Invitee {

    record ToTeam(TeamId team) implements Invitee {}

    record ToVolunteer(PersonId volunteer) implements Invitee {}
}
