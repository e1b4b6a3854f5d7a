package feiyan.dispatch.plan;

import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Plans are codes and ids; a line for somebody who has left is refused when it is sent. */
@Component
class PlanErasure implements Erasure {

    @Override
    public Set<String> erases() {
        return Set.of();
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of(
                "dispatch_plan", "who asked for a plan, by id",
                "plan_line", "who was proposed and why, by id and numbers",
                "plan_ban", "who was not to be proposed, by id",
                "plan_change", "who changed what of a plan, by id");
    }

    @Override
    public boolean step(Leaving leaving) {
        return false;
    }
}
