package feiyan.accounts;

import java.util.Map;
import java.util.Set;

/**
 * One module's part in telling a person everything that is held about them. Each module has one. A test reads the
 * catalog: a table that knows a person and stands in neither list of any module fails the build. Data of others are
 * left out, or told as coarsely as the others' rights demand: a volunteer's copy never holds an address.
 */
public interface Disclosure {

    /** The tables it tells of. */
    Set<String> tells();

    /** The tables it is silent about, each with the reason. */
    Map<String, String> silentAbout();

    void tell(DataSheet sheet);
}
