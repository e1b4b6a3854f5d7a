package feiyan.units;

import java.util.Map;

/**
 * A piece of a unit's page that another module brings: how its dispatch goes.
 *
 * @param rank among the panels, the lowest first
 * @param template as {@code dispatch/parts/measures}
 * @param fragment of that template; it finds its values in {@code panel.model}, the unit in {@code unit}
 */
public record UnitPanel(int rank, String template, String fragment, Map<String, ?> model) {

    public UnitPanel {
        model = Map.copyOf(model);
    }
}
