package feiyan.attendance.web;

import feiyan.orders.CheckInCode;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanel.Place;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.units.Actor;
import feiyan.web.QrCode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The requester's code for the camera of whoever comes, above the same digits to read out. */
@Component
class CheckInPanel implements OrderPanels {

    private final CheckInCode codes;

    CheckInPanel(CheckInCode codes) {
        this.codes = codes;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        var code = codes.forRequester(actor.county(), order);
        return code == null
                ? List.of()
                : List.of(new OrderPanel(
                        Place.NOW, 90, "attendance/parts/door", "qr", Map.of("qr", QrCode.of(link(code)))));
    }

    /** A whole address, since the phone's own camera reads it. */
    private static String link(String code) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(CheckInPage.PAGE)
                .queryParam("code", code)
                .toUriString();
    }
}
