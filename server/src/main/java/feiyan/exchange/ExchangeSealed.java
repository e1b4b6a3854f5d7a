package feiyan.exchange;

import feiyan.platform.SealedColumn;
import feiyan.platform.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ExchangeSealed implements SealedColumns {

    @Override
    public List<SealedColumn> sealed() {
        return List.of(
                SealedColumn.of("webhook", "address").as(WebhookRows.ADDRESS),
                SealedColumn.of("webhook", "secret").as(WebhookRows.SECRET),
                SealedColumn.of("webhook", "former_secret").as(WebhookRows.FORMER));
    }
}
