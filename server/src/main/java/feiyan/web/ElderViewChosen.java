package feiyan.web;

/** Somebody turned the elder view on or off: told in their request, for whoever wants to know how they read. */
public record ElderViewChosen(boolean on) {}
