package feiyan.units;

import java.util.List;

/** What a module adds to the page of a unit; {@code units} asks all that there are and knows none of them. */
public interface UnitPanels {

    /** For this reader; a panel shows nothing that the reader may not see. */
    List<UnitPanel> of(Actor actor, Unit unit);
}
