package feiyan.units;

import feiyan.accounts.StaffNetworks;
import feiyan.platform.Networks;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policies.Decision;
import feiyan.platform.Policy;
import feiyan.platform.PolicyChange;
import feiyan.platform.PolicyChanges;
import feiyan.platform.PolicySettings;
import feiyan.platform.Setting;
import feiyan.platform.Transactions;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the county has decided for itself, for the administrators of its center: policy is the whole county's. */
@Service
public class CountyPolicy {

    private final Policies policies;
    private final PolicyChanges changes;
    private final Units units;
    private final Transactions transactions;

    CountyPolicy(Policies policies, PolicyChanges changes, Units units, Transactions transactions) {
        this.policies = policies;
        this.changes = changes;
        this.units = units;
        this.transactions = transactions;
    }

    /**
     * A setting as it is now.
     *
     * @param decision null where the standard holds
     */
    public record Decided(Setting<?> setting, @Nullable Decision decision) {

        /** What holds, as it would stand in the table. */
        public String value() {
            return decision == null ? setting.standardText() : decision.value();
        }
    }

    public Outcome<List<Decided>> all(Actor actor) {
        if (!decides(actor)) {
            return notYours();
        }
        var decisions = policies.decisions(actor.county());
        return Outcome.done(PolicySettings.all().stream()
                .map(setting -> new Decided(setting, decisions.get(setting.key())))
                .toList());
    }

    public Outcome<Decided> find(Actor actor, String key) {
        return all(actor)
                .then(all -> all.stream()
                        .filter(one -> one.setting().key().equals(key))
                        .findFirst()
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused("policy.unknown")));
    }

    /**
     * Decides a setting.
     *
     * @param seen what held when the actor decided; where it is something else by now, nothing is changed
     * @param from the actor's network address: nobody shuts themselves out
     */
    public Outcome<Policy> change(Actor actor, String key, String seen, String value, String from) {
        var setting = PolicySettings.find(key);
        if (!decides(actor)) {
            return notYours();
        }
        if (setting.isPresent() && shutsOut(setting.get(), value, from)) {
            return Outcome.refused("policy.shuts_you_out", from);
        }
        return setting.isEmpty()
                ? Outcome.refused("policy.unknown")
                : policies.change(
                        actor.county(),
                        setting.get(),
                        seen,
                        value,
                        actor.person().value());
    }

    /**
     * One of several settings that are decided together.
     *
     * @param seen what held when it was decided
     */
    public record Change(Setting<?> setting, String seen, String value) {}

    /** All of them or none, each as {@link #change}. */
    public Outcome<Policy> changeAll(Actor actor, List<Change> changes, String from) {
        return transactions.write(() -> changes.stream()
                .map(one -> change(actor, one.setting().key(), one.seen(), one.value(), from))
                .reduce(Outcome.done(policies.of(actor.county())), (before, next) -> before.then(_ -> next)));
    }

    private static boolean shutsOut(Setting<?> setting, String value, String from) {
        return setting.equals(Policy.STAFF_NETWORKS)
                && setting.allowsText(value)
                && !StaffNetworks.allow(Networks.parse(value), from);
    }

    public Outcome<List<PolicyChange>> changes(Actor actor, @Nullable UUID before) {
        return decides(actor) ? Outcome.done(changes.latest(actor.county(), before)) : notYours();
    }

    /** Whether the actor is an administrator of the county's center. */
    public boolean decides(Actor actor) {
        var center = units.center(actor.county()).map(unit -> unit.id().value());
        return center.filter(
                        id -> Arrays.asList(actor.unitsAs(Role.ADMINISTRATOR)).contains(id))
                .isPresent();
    }

    private static <T> Outcome<T> notYours() {
        return Outcome.refused("policy.not_yours");
    }
}
