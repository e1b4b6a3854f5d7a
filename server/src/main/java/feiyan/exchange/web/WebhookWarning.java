package feiyan.exchange.web;

import feiyan.exchange.Webhooks;
import feiyan.platform.CountyId;
import feiyan.units.AdminWarning;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A system that hears no more does not complain: somebody has to look. */
@Component
class WebhookWarning implements AdminWarning {

    private final Webhooks webhooks;

    WebhookWarning(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Optional<Warning> of(CountyId county) {
        var silent = webhooks.fallenSilent(county);
        return silent == 0
                ? Optional.empty()
                : Optional.of(new Warning("webhooks.silent", List.of(silent), "/admin/webhooks"));
    }
}
