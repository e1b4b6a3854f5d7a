package feiyan.bench.start;

import feiyan.bench.served.Footprint;

/** One start. {@code quick}: on what the JDK learned at a rehearsal. */
record Start(double wallSeconds, Footprint footprint, boolean quick) {}
