package feiyan.accounts;

import feiyan.platform.CountyId;
import java.util.Collection;

/**
 * What the places of some counties are called, which is what a guesser tries first. Module units, which names them,
 * implements it: accounts stands below units and cannot ask.
 */
public interface LocalNames {

    Collection<String> of(Collection<CountyId> counties);
}
