package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Invitee;
import feiyan.volunteers.TeamId;
import feiyan.web.Mistakes;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, when, and in which way.
 *
 * @param from when the service would begin; may be left out where a time stands already
 * @param how as few as needed, all at once, or one after the other in the order given; at once where it is left out
 */
record OfferRequest(@Nullable Instant from, OfferForm.@Nullable How how, List<Whom> invitees) {

    /** One who is asked: a team or a volunteer, never both. */
    record Whom(@Nullable UUID team, @Nullable UUID volunteer) {

        boolean isOne() {
            return (team == null) != (volunteer == null);
        }

        Invitee invitee() {
            return team == null
                    ? new Invitee.ToVolunteer(new PersonId(Objects.requireNonNull(volunteer)))
                    : new Invitee.ToTeam(new TeamId(team));
        }
    }

    /** @param timeStands whether people are asked for a time already, so that none need be said */
    Mistakes mistakes(boolean timeStands) {
        var mistakes = new Mistakes();
        if (from == null && !timeStands) {
            mistakes.add("from", "mistake.missing");
        }
        if (invitees.isEmpty()) {
            mistakes.add("invitees", "dispatch.nobody_ticked");
        }
        if (!invitees.stream().allMatch(Whom::isOne)) {
            mistakes.add("invitees", "dispatch.whom.one");
        }
        return mistakes;
    }

    OfferForm.How asked() {
        return Objects.requireNonNullElse(how, OfferForm.How.AT_ONCE);
    }

    /** Each once, in the order given. */
    List<Invitee> whom() {
        var people = new LinkedHashSet<Invitee>();
        invitees.stream().map(Whom::invitee).forEach(people::add);
        return List.copyOf(people);
    }
}
