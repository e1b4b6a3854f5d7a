package feiyan.units;

import java.util.UUID;

/** A center, institute, station or point. */
public record UnitId(UUID value) {}
