package feiyan.volunteers.web;

import feiyan.accounts.PersonId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Unit;
import feiyan.volunteers.Register;
import feiyan.volunteers.Team;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.TeamKind;
import feiyan.volunteers.Teams;
import feiyan.volunteers.VolunteerCard;
import feiyan.web.api.ApiPath;
import feiyan.web.api.Cursor;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The teams of a unit and all units below it, and the founding of one more. */
@RestController
@RequestMapping(ApiPath.V1 + "/teams")
class TeamsApi {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Teams teams;
    private final Register register;
    private final OwnUnits own;
    private final InstantSource clock;

    TeamsApi(Teams teams, Register register, OwnUnits own, InstantSource clock) {
        this.teams = teams;
        this.register = register;
        this.own = own;
        this.clock = clock;
    }

    /** @param ends the last day of a task squad */
    record TeamLine(
            UUID id,
            UUID unit,
            String name,
            TeamKind kind,
            @Nullable String field,
            @Nullable UUID leader,
            @Nullable LocalDate ends,
            int size) {

        static TeamLine of(Team team) {
            var leader = team.leader();
            return new TeamLine(
                    team.id().value(),
                    team.unit().value(),
                    team.name(),
                    team.kind(),
                    team.field(),
                    leader == null ? null : leader.value(),
                    team.endsOn(),
                    team.size());
        }
    }

    @Operation(
            summary = "The teams of one’s subtree, the oldest first; for who keeps the register",
            description = "Of the units where one is clerk, dispatcher or administrator, and of all below them.")
    @NeedsScope("volunteers:read")
    @GetMapping
    Slice<TeamLine> list(Actor actor, Paging paging) {
        kept(actor);
        var after = paging.cursor();
        var found = teams.within(actor, after == null ? null : new TeamId(after.id(0)));
        return Slice.of(
                found, Teams.PAGE + 1, paging, team -> Cursor.of(team.id().value()), TeamLine::of);
    }

    private void kept(Actor actor) {
        if (!register.isKeptBy(actor)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    record TeamFounded(UUID team) {}

    @Operation(
            summary = "Found a team of a unit of one’s subtree",
            description = "The leader is named by the volunteer number and is a member at once.")
    @NeedsScope("volunteers:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<TeamFounded> found(Actor actor, @RequestBody TeamRequest request) {
        kept(actor);
        var form = request.form();
        var leader = register.byNumber(actor, form.leaderNumber()).map(VolunteerCard::id);
        var today = LocalDate.ofInstant(clock.instant(), CHINA);
        var units = own.of(actor).stream().map(Unit::id).collect(Collectors.toSet());
        Unprocessable.ifAny(form.mistakes(units, today, leader.isPresent()));
        PersonId leading = leader.orElseThrow();
        return teams.found(actor, form.founding(leading)).map(team -> new TeamFounded(team.value()));
    }
}
