package feiyan.orders.web;

import feiyan.menu.Menu;
import feiyan.orders.OrderId;
import feiyan.orders.RatingSheets;
import feiyan.orders.RatingSheets.Sheet;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Unit;
import feiyan.units.Units;
import feiyan.web.Pages;
import feiyan.web.QrCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A sheet of paper for a requester without a telephone: the questions in large print, and the link for the phone of the
 * swallow volunteer who fetches it. Nothing on it says for whom it is. A POST, since who printed it is written down.
 */
@Controller
class RatingSheetPage {

    private final RatingSheets sheets;
    private final Units units;
    private final Menu menu;

    RatingSheetPage(RatingSheets sheets, Units units, Menu menu) {
        this.sheets = sheets;
        this.units = units;
        this.menu = menu;
    }

    @PostMapping("/orders/{id}/rating-sheet")
    ModelAndView sheet(Actor actor, @PathVariable OrderId id) {
        return switch (sheets.print(actor, id)) {
            case Outcome.Done<Sheet>(var sheet) ->
                new ModelAndView("orders/rating-sheet", model(actor.county(), id, sheet));
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/orders/" + id.value());
        };
    }

    private Map<String, Object> model(CountyId county, OrderId id, Sheet sheet) {
        var link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(sheet.path())
                .toUriString();
        var unit = units.find(county, sheet.unit());
        var project = sheet.project();
        var model = new HashMap<String, Object>();
        model.put("back", "/orders/" + id.value());
        model.put("day", sheet.day());
        model.put(
                "project",
                project == null ? null : menu.names(county, Set.of(project)).get(project));
        model.put("unit", unit.map(Unit::name).orElse(""));
        model.put("phone", unit.map(Unit::phone).orElse(null));
        model.put("link", link);
        model.put("qr", QrCode.of(link));
        return model;
    }
}
