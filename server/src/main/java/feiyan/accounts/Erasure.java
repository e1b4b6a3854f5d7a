package feiyan.accounts;

import feiyan.platform.CountyId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One module's part in forgetting a person: words, media and whatever tells who it was go; codes and ids stay, so that
 * sums and histories still hold. Each module has one. A test reads the catalog: a table that knows a person and stands
 * in neither list of any module fails the build.
 */
public interface Erasure {

    /** The tables from which it takes the person's rows, or empties their columns. */
    Set<String> erases();

    /** The tables that go on naming the person by id, each with the reason. */
    Map<String, String> keeps();

    /** What the person still takes part in; nobody is forgotten in the middle of a service. */
    default List<Running> running(CountyId county, PersonId person) {
        return List.of();
    }

    /**
     * One bounded piece of the work, in a transaction of its own. Doing it once more changes nothing: after a crash the
     * work goes on from wherever it was.
     *
     * @return whether there may be more to do
     */
    boolean step(Leaving leaving);
}
