package feiyan.dispatch.web;

import feiyan.dispatch.measures.DispatchMeasuring;
import feiyan.dispatch.measures.MeasuredDays;
import feiyan.units.Actor;
import feiyan.units.Unit;
import feiyan.units.UnitPanel;
import feiyan.units.UnitPanels;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the page of a unit: its last month, and the way to more. */
@Component
class MeasuresPanel implements UnitPanels {

    private static final int RANK = 10;

    private final DispatchMeasuring measuring;
    private final MeasuresView view;

    MeasuresPanel(DispatchMeasuring measuring, MeasuresView view) {
        this.measuring = measuring;
        this.view = view;
    }

    @Override
    public List<UnitPanel> of(Actor actor, Unit unit) {
        return measuring
                .of(actor, unit.id(), MeasuredDays.MONTH)
                .map(measures -> new UnitPanel(RANK, "dispatch/parts/measures", "panel", view.model(measures)))
                .stream()
                .toList();
    }
}
