package feiyan.dispatch.plan;

/** How far the making is. */
public enum PlanPhase {
    READING,
    CHOOSING,
    WRITING
}
