package feiyan.accounts;

import feiyan.platform.CountyId;
import java.util.Map;

/**
 * The counties there are, for somebody who signs in and belongs to none yet. Module units, which founds them,
 * implements it: accounts stands below units and cannot ask.
 */
public interface CountyNames {

    Map<CountyId, String> all();
}
