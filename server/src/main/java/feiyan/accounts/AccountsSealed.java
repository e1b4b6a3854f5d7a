package feiyan.accounts;

import feiyan.platform.SealedColumn;
import feiyan.platform.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AccountsSealed implements SealedColumns {

    @Override
    public List<SealedColumn> sealed() {
        return List.of(
                SealedColumn.of("person", "phone_sealed").as(PersonRows.PHONE),
                SealedColumn.of("consent", "guardian").as(Consents.GUARDIAN),
                SealedColumn.of("account", "phone_sealed").as("account.phone").ofNoCounty(),
                SealedColumn.of("account", "totp_sealed").as("account.totp").ofNoCounty());
    }
}
