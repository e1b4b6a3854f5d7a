package feiyan.orders;

/** How far an order has come: what who moved it is told, and the version that the next command names. */
public record OrderStage(State state, int version) {}
