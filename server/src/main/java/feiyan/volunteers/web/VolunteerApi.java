package feiyan.volunteers.web;

import feiyan.accounts.PersonId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Teams;
import feiyan.volunteers.Volunteer;
import feiyan.volunteers.Volunteers;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Becoming a volunteer, and what one says of oneself. */
@RestController
@RequestMapping(ApiPath.V1 + "/volunteer")
class VolunteerApi {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Volunteers volunteers;
    private final Profiles profiles;
    private final Qualifications qualifications;
    private final Teams teams;
    private final VolunteerView view;
    private final InstantSource clock;

    VolunteerApi(
            Volunteers volunteers,
            Profiles profiles,
            Qualifications qualifications,
            Teams teams,
            VolunteerView view,
            InstantSource clock) {
        this.volunteers = volunteers;
        this.profiles = profiles;
        this.qualifications = qualifications;
        this.teams = teams;
        this.view = view;
        this.clock = clock;
    }

    @Operation(summary = "One’s own registration as a volunteer", description = "With certificates and teams.")
    @NeedsScope("services:read")
    @GetMapping
    Optional<RegisteredVolunteer> show(Actor actor) {
        return self(actor)
                .map(self -> RegisteredVolunteer.of(
                        self, qualifications.of(actor.county(), self.id()), teams.of(actor.county(), self.id())));
    }

    record VolunteerRegistered(UUID volunteer) {

        static VolunteerRegistered of(PersonId person) {
            return new VolunteerRegistered(person.value());
        }
    }

    @Operation(
            summary = "Become a volunteer",
            description = "From the age of fourteen, below eighteen with a guardian's consent. Of the day of birth "
                    + "only the year is kept.")
    @NeedsScope("services:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<VolunteerRegistered> join(Actor actor, @RequestBody VolunteerRequest request) {
        var form = request.form();
        var today = LocalDate.ofInstant(clock.instant(), CHINA);
        Unprocessable.ifAny(form.mistakesOfJoining(view.units(actor, null), today));
        return volunteers.enrol(actor, form.enrolment(actor.person())).map(VolunteerRegistered::of);
    }

    @Operation(
            summary = "Change what one said of oneself: skills, free hours, how much, how far",
            description = "All of it at once. Offers follow it from then on.")
    @NeedsScope("services:write")
    @PostMapping("/profile")
    Outcome<VolunteerRegistered> change(Actor actor, @RequestBody VolunteerRequest request) {
        return self(actor)
                .map(self -> changed(actor, self, request.form()))
                .orElseGet(() -> Outcome.refused("volunteer.not_yours"));
    }

    private Outcome<VolunteerRegistered> changed(Actor actor, Volunteer self, VolunteerForm form) {
        Unprocessable.ifAny(form.mistakes(view.units(actor, self.unit())));
        return profiles.change(actor, self.id(), form.profile(self.freeHours())).map(VolunteerRegistered::of);
    }

    private Optional<Volunteer> self(Actor actor) {
        return volunteers.find(actor.county(), actor.person());
    }
}
