package feiyan.dispatch.web;

import feiyan.dispatch.measures.DispatchMeasures;
import feiyan.dispatch.measures.DispatchMeasuring;
import feiyan.dispatch.measures.MeasuredDays;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How dispatch goes in a unit and below it. */
@RestController
class MeasuresApi {

    private final DispatchMeasuring measuring;

    MeasuresApi(DispatchMeasuring measuring) {
        this.measuring = measuring;
    }

    @Operation(
            summary = "How dispatch goes in a unit and all units below it",
            description =
                    "For staff of the unit and of those above. Counted from the offers of those days; what stands "
                            + "on fewer than ten is left out.")
    @NeedsScope("dispatch:read")
    @GetMapping(ApiPath.V1 + "/units/{id}/dispatch")
    DispatchMeasures show(
            Actor actor, @PathVariable UnitId id, @RequestParam(defaultValue = "MONTH") MeasuredDays span) {
        return MeasuresPage.found(measuring, actor, id, span);
    }
}
