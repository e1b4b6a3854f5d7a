package feiyan.volunteers.web;

import feiyan.accounts.PersonId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.volunteers.Register;
import feiyan.volunteers.Team;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.Teams;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One team: its members look at it, its unit's staff change it, and anybody may leave. */
@RestController
@RequestMapping(ApiPath.V1 + "/teams/{id}")
class TeamMembersApi {

    private final Teams teams;
    private final Register register;

    TeamMembersApi(Teams teams, Register register) {
        this.teams = teams;
        this.register = register;
    }

    @Operation(
            summary = "One team, for its members and its unit’s staff",
            description = "To everybody else there is no such team.")
    @NeedsScope("services:read")
    @GetMapping
    Optional<TeamsApi.TeamLine> show(Actor actor, @PathVariable TeamId id) {
        return seen(actor, id).map(TeamsApi.TeamLine::of);
    }

    @Operation(
            summary = "The members of a team by number, for its members and its unit’s staff",
            description = "To everybody else there is no such team.")
    @NeedsScope("services:read")
    @GetMapping("/members")
    Slice<VolunteersApi.VolunteerLine> members(Actor actor, @PathVariable TeamId id, Paging paging) {
        var team = seen(actor, id).orElseThrow(TeamMembersApi::notThere);
        var after = paging.cursor();
        var found = teams.members(actor.county(), team.id(), after == null ? null : after.text(0));
        return VolunteersApi.slice(found, paging);
    }

    private Optional<Team> seen(Actor actor, TeamId id) {
        return teams.find(actor.county(), id)
                .filter(team ->
                        register.reaches(actor, team.unit()) || teams.hasMember(actor.county(), id, actor.person()));
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    record MemberNamed(UUID member) {

        PersonId person() {
            return new PersonId(member);
        }
    }

    record TeamChanged(UUID team) {

        static TeamChanged of(TeamId team) {
            return new TeamChanged(team.value());
        }
    }

    @Operation(
            summary = "Take a volunteer of one’s register into a team",
            description = "By the staff who keep the team's unit; a leader asks them.")
    @NeedsScope("volunteers:write")
    @PostMapping("/members")
    Outcome<TeamChanged> join(Actor actor, @PathVariable TeamId id, @RequestBody MemberNamed member) {
        kept(actor, id);
        return register.find(actor, member.person()).isPresent()
                ? teams.join(actor, id, Set.of(member.person())).map(TeamChanged::of)
                : Outcome.refused("volunteer.not_yours");
    }

    @Operation(summary = "Have another member lead a team", description = "By the staff who keep the team's unit.")
    @NeedsScope("volunteers:write")
    @PostMapping("/leader")
    Outcome<TeamChanged> lead(Actor actor, @PathVariable TeamId id, @RequestBody MemberNamed member) {
        kept(actor, id);
        return teams.hasMember(actor.county(), id, member.person())
                ? teams.lead(actor, id, member.person()).map(TeamChanged::of)
                : Outcome.refused("team.no_member");
    }

    @Operation(
            summary = "Leave a team, or let a member go; the leader once another leads",
            description = "Oneself at any time; somebody else by the staff who keep the team's unit.")
    @NeedsScope("services:write")
    @PostMapping("/leaving")
    Outcome<TeamChanged> leave(Actor actor, @PathVariable TeamId id, @RequestBody MemberNamed member) {
        if (!member.person().equals(actor.person())) {
            kept(actor, id);
        }
        return teams.leave(actor, id, member.person()).map(TeamChanged::of);
    }

    /** The team, where its unit is the actor's: a leader asks the unit to take somebody in. */
    private Team kept(Actor actor, TeamId id) {
        return teams.find(actor.county(), id)
                .filter(team -> register.reaches(actor, team.unit()))
                .orElseThrow(TeamMembersApi::notThere);
    }
}
