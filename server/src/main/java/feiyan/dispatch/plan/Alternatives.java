package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who else could take a line, and what changes then: looked at before anything is saved, and saved as it was seen. */
@Component
public class Alternatives {

    /** As many as the page of candidates shows. */
    private static final int MOST = 20;

    private final PlanGate gate;
    private final PlanLines lines;
    private final PlanScenes scenes;

    Alternatives(PlanGate gate, PlanLines lines, PlanScenes scenes) {
        this.gate = gate;
        this.lines = lines;
        this.scenes = scenes;
    }

    /** The cheapest for the whole plan first; empty for a line that is not there or not the actor's. */
    public List<Alternative> of(Actor actor, PlanId plan, int number) {
        return gate.find(actor, plan)
                .flatMap(found -> lines.find(actor.county(), plan, number)
                        .filter(line -> !line.state().isOut())
                        .map(line -> all(actor.county(), found, line)))
                .orElse(List.of());
    }

    private List<Alternative> all(CountyId county, Plan plan, PlanLine line) {
        var scene = scenes.of(county, plan, line);
        return scene.suggestions(MOST).stream()
                .flatMap(one -> scene.moved(one).stream())
                .sorted(Comparator.comparingLong(Alternative::change))
                .toList();
    }

    /** One of them, as it stands now; empty: they cannot take it any more. */
    Optional<Alternative> of(CountyId county, Plan plan, PlanLine line, PersonId volunteer) {
        var scene = scenes.of(county, plan, line);
        return scene.suggestions(MOST).stream()
                .filter(one -> one.volunteer().equals(volunteer))
                .findFirst()
                .flatMap(scene::moved);
    }
}
