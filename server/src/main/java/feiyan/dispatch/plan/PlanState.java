package feiyan.dispatch.plan;

/** A plan is being made, stands, has made room for a later one, or could not be made. */
public enum PlanState {
    MAKING,
    READY,
    REPLACED,
    FAILED
}
