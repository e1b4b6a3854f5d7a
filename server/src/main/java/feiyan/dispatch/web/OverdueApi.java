package feiyan.dispatch.web;

import feiyan.dispatch.OverdueBoard;
import feiyan.dispatch.OverdueClock;
import feiyan.dispatch.OverdueRow;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is late in one's subtree. */
@RestController
class OverdueApi {

    private final OverdueBoard board;

    OverdueApi(OverdueBoard board) {
        this.board = board;
    }

    /**
     * @param rows the latest first; at most {@value OverdueBoard#MOST}
     * @param hidden confidential ones further down: a number and nothing else
     */
    record OverdueList(List<OverdueLine> rows, int hidden) {}

    /**
     * @param team who has it, where it is a team
     * @param person who has it, where it is a person; neither: the unit itself
     */
    record OverdueLine(
            OverdueClock clock,
            UUID order,
            String number,
            @Nullable UUID project,
            UUID unit,
            boolean urgent,
            @Nullable String team,
            @Nullable UUID person,
            Instant due) {

        static OverdueLine of(OverdueRow row) {
            var project = row.project();
            var person = row.person();
            return new OverdueLine(
                    row.clock(),
                    row.order().value(),
                    row.number(),
                    project == null ? null : project.value(),
                    row.unit().value(),
                    row.urgent(),
                    row.team(),
                    person == null ? null : person.value(),
                    row.due());
        }
    }

    @Operation(
            summary = "What is late in one's subtree, or will be within the hour; for clerks and dispatchers",
            description = "At most 200, the latest first. Confidential orders of units below are a number.")
    @NeedsScope("dispatch:read")
    @GetMapping(ApiPath.V1 + "/overdue")
    OverdueList list(
            Actor actor,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable OverdueClock clock) {
        OverduePage.forTheDesk(actor);
        var rows = board.of(actor).stream()
                .filter(row -> (unit == null || row.unit().equals(unit)) && (clock == null || row.clock() == clock))
                .map(OverdueLine::of)
                .toList();
        return new OverdueList(rows, board.hidden(actor));
    }
}
