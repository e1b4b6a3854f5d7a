package feiyan.dispatch.plan;

import feiyan.platform.CountyId;

/** Tells open boards at once that a plan has moved on, where the outbox would tell them half a second later. */
@FunctionalInterface
public interface PlanNews {

    void changed(CountyId county);
}
