package feiyan.units;

/** A role held at a unit. */
public record Post(UnitId unit, Role role) {}
