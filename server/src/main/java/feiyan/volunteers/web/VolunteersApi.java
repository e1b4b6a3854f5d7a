package feiyan.volunteers.web;

import feiyan.accounts.PersonId;
import feiyan.units.Actor;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Register;
import feiyan.volunteers.Teams;
import feiyan.volunteers.VolunteerCard;
import feiyan.volunteers.Volunteers;
import feiyan.web.api.ApiPath;
import feiyan.web.api.Cursor;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The volunteers of a unit and all units below it, for those who keep the register. */
@RestController
@RequestMapping(ApiPath.V1 + "/volunteers")
class VolunteersApi {

    private final Register register;
    private final Volunteers volunteers;
    private final Qualifications qualifications;
    private final Teams teams;

    VolunteersApi(Register register, Volunteers volunteers, Qualifications qualifications, Teams teams) {
        this.register = register;
        this.volunteers = volunteers;
        this.qualifications = qualifications;
        this.teams = teams;
    }

    /** What a list says of a volunteer. */
    record VolunteerLine(UUID id, String number, String name, UUID unit) {

        static VolunteerLine of(VolunteerCard card) {
            return new VolunteerLine(
                    card.id().value(), card.number(), card.name(), card.unit().value());
        }
    }

    @Operation(
            summary = "The volunteers of one’s subtree by number, or those found by name; for who keeps the register",
            description = "Without phone and address: neither is needed to keep a register.")
    @NeedsScope("volunteers:read")
    @GetMapping
    Slice<VolunteerLine> list(Actor actor, @RequestParam(defaultValue = "") String words, Paging paging) {
        if (!register.isKeptBy(actor)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var after = paging.cursor();
        return words.isBlank()
                ? slice(volunteers.within(actor, after == null ? null : after.text(0)), paging)
                : Slice.all(register.search(actor, words).stream()
                        .map(VolunteerLine::of)
                        .toList());
    }

    static Slice<VolunteerLine> slice(List<VolunteerCard> found, Paging paging) {
        return Slice.of(found, Volunteers.PAGE + 1, paging, card -> Cursor.of(card.number()), VolunteerLine::of);
    }

    @Operation(
            summary = "One volunteer of one’s register",
            description = "Without phone and address: neither is needed to keep a register.")
    @NeedsScope("volunteers:read")
    @GetMapping("/{id}")
    Optional<RegisteredVolunteer> show(Actor actor, @PathVariable PersonId id) {
        return register.find(actor, id)
                .map(it -> RegisteredVolunteer.of(
                        it, qualifications.of(actor.county(), id), teams.of(actor.county(), id)));
    }
}
