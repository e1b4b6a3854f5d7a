package feiyan.dispatch.map;

import feiyan.units.CoarsePosition;

/** Whoever lives at one end is to go to the other. */
public record MapTie(CoarsePosition from, CoarsePosition to) {}
