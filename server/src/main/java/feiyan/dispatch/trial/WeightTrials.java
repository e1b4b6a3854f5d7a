package feiyan.dispatch.trial;

import feiyan.dispatch.DispatchWeights;
import feiyan.dispatch.Weight;
import feiyan.dispatch.trial.WeightTrial.State;
import feiyan.dispatch.trial.WeightTrial.Value;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.CountyPolicy;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Other weights for the dispatch of a county: tried first, decided then; by the administrators of its center. */
@Service
public class WeightTrials {

    private final CountyPolicy policy;
    private final Policies policies;
    private final TrialRows rows;
    private final TrialRun run;
    private final Transactions transactions;
    private final InstantSource clock;

    WeightTrials(
            CountyPolicy policy,
            Policies policies,
            TrialRows rows,
            TrialRun run,
            Transactions transactions,
            InstantSource clock) {
        this.policy = policy;
        this.policies = policies;
        this.rows = rows;
        this.run = run;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** As they are now. */
    public Outcome<Map<Weight, Integer>> now(Actor actor) {
        return policy.decides(actor) ? Outcome.done(DispatchWeights.all(policies.of(actor.county()))) : notYours();
    }

    /** Begins to try; the answer is there at once, what comes of it within seconds. One at a time in a county. */
    public Outcome<WeightTrialId> begin(Actor actor, Map<Weight, Integer> wanted) {
        if (!policy.decides(actor)) {
            return notYours();
        }
        return transactions.write(() -> {
            var holds = policies.of(actor.county());
            var values = different(DispatchWeights.all(holds), wanted);
            if (values.isEmpty()) {
                return Outcome.refused("weights.nothing_new");
            }
            return begun(actor, holds, values);
        });
    }

    private Outcome<WeightTrialId> begun(Actor actor, Policy holds, Map<Weight, Value> values) {
        var wanted = holds;
        for (var each : values.entrySet()) {
            var setting = each.getKey().setting();
            if (!setting.allowsText(String.valueOf(each.getValue().tried()))) {
                return Outcome.refused("policy.out_of_bounds");
            }
            wanted = wanted.with(setting, each.getValue().tried());
        }
        var now = clock.instant();
        var id = new WeightTrialId(Ids.next());
        if (!rows.begin(actor, id, values, now)) {
            return Outcome.refused("weights.running");
        }
        run.afterCommit(
                new TrialRun.Task(actor.county(), id, DispatchWeights.of(holds), DispatchWeights.of(wanted), now));
        return Outcome.done(id);
    }

    private static Map<Weight, Value> different(Map<Weight, Integer> holds, Map<Weight, Integer> wanted) {
        var values = new EnumMap<Weight, Value>(Weight.class);
        holds.forEach((weight, held) -> {
            int tried = wanted.getOrDefault(weight, held);
            if (tried != held) {
                values.put(weight, new Value(held, tried));
            }
        });
        return values;
    }

    public Outcome<WeightTrial> find(Actor actor, WeightTrialId id) {
        return policy.decides(actor)
                ? rows.find(actor, id, clock.instant()).map(Outcome::done).orElseGet(WeightTrials::unknown)
                : notYours();
    }

    /**
     * From now on these weights hold: all of them, or none where one has been decided anew since.
     *
     * @param from the actor's network address
     */
    public Outcome<WeightTrialId> decide(Actor actor, WeightTrialId id, String from) {
        return find(actor, id)
                .then(trial -> trial.state() == State.DONE
                        ? policy.changeAll(actor, changes(trial), from).map(_ -> id)
                        : Outcome.refused("weights.not_tried"));
    }

    private static List<CountyPolicy.Change> changes(WeightTrial trial) {
        return trial.values().entrySet().stream()
                .map(each -> new CountyPolicy.Change(
                        each.getKey().setting(),
                        String.valueOf(each.getValue().held()),
                        String.valueOf(each.getValue().tried())))
                .toList();
    }

    private static <T> Outcome<T> unknown() {
        return Outcome.refused("weights.unknown");
    }

    private static <T> Outcome<T> notYours() {
        return Outcome.refused("policy.not_yours");
    }
}
