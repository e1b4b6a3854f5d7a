package feiyan.dispatch.web;

import feiyan.dispatch.measures.DispatchMeasures;
import feiyan.dispatch.measures.DispatchMeasuring;
import feiyan.dispatch.measures.MeasuredDays;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.units.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** How dispatch goes in a unit and below it, for whoever works there or above; fit to be printed. */
@Controller
class MeasuresPage {

    private final DispatchMeasuring measuring;
    private final Units units;
    private final MeasuresView view;

    MeasuresPage(DispatchMeasuring measuring, Units units, MeasuresView view) {
        this.measuring = measuring;
        this.units = units;
        this.view = view;
    }

    @GetMapping("/units/{id}/dispatch")
    ModelAndView show(Actor actor, @PathVariable UnitId id, @RequestParam(defaultValue = "MONTH") MeasuredDays span) {
        var measures = found(measuring, actor, id, span);
        return new ModelAndView("dispatch/measures", view.model(measures))
                .addObject("unit", units.find(actor.county(), id).orElseThrow())
                .addObject("below", units.children(actor.county(), id))
                .addObject("span", span)
                .addObject("spans", MeasuredDays.values());
    }

    static DispatchMeasures found(DispatchMeasuring measuring, Actor actor, UnitId id, MeasuredDays span) {
        return measuring.of(actor, id, span).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
