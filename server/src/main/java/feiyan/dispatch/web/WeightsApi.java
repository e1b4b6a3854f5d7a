package feiyan.dispatch.web;

import feiyan.dispatch.Weight;
import feiyan.dispatch.trial.ReplayFigures;
import feiyan.dispatch.trial.WeightTrial;
import feiyan.dispatch.trial.WeightTrialId;
import feiyan.dispatch.trial.WeightTrials;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is better than what when a dispatch is planned, for the administrators of the center. */
@RestController
@RequestMapping(ApiPath.V1 + WeightsPage.PATH)
class WeightsApi {

    private final WeightTrials trials;

    WeightsApi(WeightTrials trials) {
        this.trials = trials;
    }

    /** A weight in metres of road, with what a county may decide. */
    record WeightLine(Weight weight, String key, int value, int standard, int least, int most) {}

    @Operation(
            summary = "The weights of dispatch as they are now",
            description = "For the administrators of the center. In metres of road; docs/dispatch.md says of what.")
    @NeedsScope("units:read")
    @GetMapping
    List<WeightLine> now(Actor actor) {
        return WeightsPage.shown(trials.now(actor)).entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue()))
                .toList();
    }

    private static WeightLine line(Weight weight, int value) {
        return new WeightLine(
                weight, weight.setting().key(), value, weight.setting().standard(), weight.least(), weight.most());
    }

    record TrialBegun(UUID trial) {}

    @Operation(
            summary = "Try other weights on the orders of the last thirty days",
            description = "For the administrators of the center; nothing is changed. It takes seconds: read the trial "
                    + "until it is done.")
    @NeedsScope("units:write")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/trials")
    Outcome<TrialBegun> begin(Actor actor, @RequestBody WeightsToTry weights) {
        var now = WeightsPage.shown(trials.now(actor));
        var mistakes = new Mistakes();
        var wanted = weights.over(now, mistakes);
        Unprocessable.ifAny(mistakes);
        return trials.begin(actor, wanted).map(id -> new TrialBegun(id.value()));
    }

    /** @param held when it was asked */
    record TriedValue(Weight weight, int held, int tried) {}

    /** The result is missing until it is done. */
    record TrialView(
            UUID trial,
            WeightTrial.State state,
            int progress,
            Instant askedAt,
            UUID askedBy,
            List<TriedValue> values,
            @Nullable TrialFigures result) {}

    record TrialFigures(int orders, int leftOut, int changed, ReplayFigures held, ReplayFigures tried) {}

    @Operation(
            summary = "How far a trial is, and what came of it",
            description = "For the administrators of the center. Figures only; nobody is named.")
    @NeedsScope("units:read")
    @GetMapping("/trials/{trial}")
    TrialView find(Actor actor, @PathVariable WeightTrialId trial) {
        return view(WeightsPage.shown(trials.find(actor, trial)));
    }

    private static TrialView view(WeightTrial trial) {
        var result = trial.result();
        return new TrialView(
                trial.id().value(),
                trial.state(),
                trial.progress(),
                trial.askedAt(),
                trial.askedBy().value(),
                trial.values().entrySet().stream()
                        .map(each -> new TriedValue(
                                each.getKey(),
                                each.getValue().held(),
                                each.getValue().tried()))
                        .toList(),
                result == null
                        ? null
                        : new TrialFigures(
                                result.orders(), result.leftOut(), result.changed(), result.held(), result.tried()));
    }

    record WeightsDecided(UUID trial) {}

    @Operation(
            summary = "Let the weights hold that were tried",
            description = "For the administrators of the center. Refused where one of them has been decided anew since "
                    + "it was tried, and while the trial is not done.")
    @NeedsScope("units:write")
    @PostMapping("/trials/{trial}/decision")
    Outcome<WeightsDecided> decide(Actor actor, @PathVariable WeightTrialId trial, HttpServletRequest request) {
        WeightsPage.shown(trials.find(actor, trial));
        return trials.decide(actor, trial, request.getRemoteAddr()).map(id -> new WeightsDecided(id.value()));
    }
}
