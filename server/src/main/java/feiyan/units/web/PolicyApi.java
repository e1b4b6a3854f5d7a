package feiyan.units.web;

import feiyan.platform.Outcome;
import feiyan.platform.PolicyChange;
import feiyan.platform.PolicyChanges;
import feiyan.units.Actor;
import feiyan.units.CountyPolicy;
import feiyan.units.CountyPolicy.Decided;
import feiyan.web.api.ApiPath;
import feiyan.web.api.Cursor;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the county has decided for itself, for the administrators of its center. */
@RestController
@RequestMapping(ApiPath.V1 + "/admin/policy")
class PolicyApi {

    private final CountyPolicy policy;
    private final SettingWords words;

    PolicyApi(CountyPolicy policy, SettingWords words) {
        this.policy = policy;
        this.words = words;
    }

    /**
     * A setting as it is now, its values as the table has them.
     *
     * @param bounds in words; null where there is nothing to measure
     * @param since null where the standard holds
     * @param by null where no person decided it
     */
    record SettingView(
            String key,
            String value,
            String standard,
            @Nullable String bounds,
            @Nullable Instant since,
            @Nullable UUID by) {}

    @Operation(
            summary = "Everything that the county may decide, as it is now",
            description = "For the administrators of the center.")
    @NeedsScope("units:read")
    @GetMapping
    List<SettingView> all(Actor actor) {
        return Answers.shown(policy.all(actor)).stream().map(this::view).toList();
    }

    @Operation(summary = "One setting as it is now", description = "For the administrators of the center.")
    @NeedsScope("units:read")
    @GetMapping("/{key}")
    SettingView one(Actor actor, @PathVariable String key) {
        return view(Answers.shown(policy.find(actor, key)));
    }

    private SettingView view(Decided decided) {
        var setting = decided.setting();
        var decision = decided.decision();
        return new SettingView(
                setting.key(),
                decided.value(),
                setting.standardText(),
                words.bounds(setting),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.by());
    }

    /** @param seen what held when it was decided; where it is something else by now, nothing is changed */
    record SettingDecision(String seen, String value) {}

    record SettingChanged(String key) {}

    @Operation(
            summary = "Decide a setting anew",
            description = "For the administrators of the center. Refused where something else holds by now than "
                    + "was seen.")
    @NeedsScope("units:write")
    @PostMapping("/{key}")
    Outcome<SettingChanged> change(
            Actor actor, @PathVariable String key, @RequestBody SettingDecision change, HttpServletRequest request) {
        var value = change.value().strip();
        var setting = Answers.shown(policy.find(actor, key)).setting();
        Unprocessable.ifAny(SettingForm.mistakes(setting, value, words.bounds(setting)));
        return policy.change(actor, key, change.seen(), value, request.getRemoteAddr())
                .map(now -> new SettingChanged(key));
    }

    @Operation(
            summary = "Who decided what anew, the latest first",
            description = "For the administrators of the center.")
    @NeedsScope("units:read")
    @GetMapping("/changes")
    Slice<PolicyChange> changes(Actor actor, Paging paging) {
        var after = paging.cursor();
        var changes = Answers.shown(policy.changes(actor, after == null ? null : after.id(0)));
        return Slice.of(changes, PolicyChanges.PAGE, paging, change -> Cursor.of(change.id()), change -> change);
    }
}
