package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.dispatch.SuggestedChange.LessFree;
import feiyan.dispatch.SuggestedChange.Nearer;
import feiyan.dispatch.SuggestedChange.WithoutSkill;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.Volunteer;
import feiyan.volunteers.WeekHours;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Carries a suggested change to the volunteer's profile, and back. What else was changed meanwhile stays. */
@Component
class ProfileChanges {

    private final Profiles profiles;

    ProfileChanges(Profiles profiles) {
        this.profiles = profiles;
    }

    Outcome<PersonId> apply(Actor actor, Volunteer self, SuggestedChange change) {
        return switch (change) {
            case Nearer nearer -> profiles.radius(actor, self.id(), nearer.metres());
            case LessFree(var hours) -> free(actor, self, self.freeHours().without(hours));
            case WithoutSkill(var skill, boolean _) -> {
                var skills = new HashSet<>(self.skills());
                skills.remove(skill);
                yield profiles.skills(actor, self.id(), skills);
            }
        };
    }

    Outcome<PersonId> undo(Actor actor, Volunteer self, SuggestedChange change) {
        return switch (change) {
            case Nearer nearer ->
                self.radiusMetres() == nearer.metres()
                        ? profiles.radius(actor, self.id(), nearer.was())
                        : Outcome.refused("change.moved_on");
            case LessFree(var hours) -> free(actor, self, self.freeHours().or(hours));
            case WithoutSkill(var skill, boolean _) -> {
                Set<String> skills = new HashSet<>(self.skills());
                skills.add(skill);
                yield profiles.skills(actor, self.id(), skills);
            }
        };
    }

    private Outcome<PersonId> free(Actor actor, Volunteer self, WeekHours hours) {
        return profiles.availability(actor, self.id(), hours, self.weeklyLimitMinutes());
    }
}
