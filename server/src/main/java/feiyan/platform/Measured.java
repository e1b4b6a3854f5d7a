package feiyan.platform;

import feiyan.platform.Measure.Reading;
import java.time.Instant;
import java.util.List;

/**
 * What a module lets the operator watch of a county. It is asked every few seconds for as long as the server runs: each
 * of its statements reads by an index what is under way, and never what has been.
 */
@FunctionalInterface
public interface Measured {

    List<Reading> measure(CountyId county, Instant now);
}
