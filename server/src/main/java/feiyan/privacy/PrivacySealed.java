package feiyan.privacy;

import feiyan.platform.SealedColumn;
import feiyan.platform.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class PrivacySealed implements SealedColumns {

    @Override
    public List<SealedColumn> sealed() {
        return List.of(
                SealedColumn.of("person_correction", "old_value").as(OwnCorrections.OLD_VALUE),
                SealedColumn.of("correction_request", "wish").as(CorrectionRequests.WISH),
                SealedColumn.of("correction_request", "reason").as(CorrectionRequests.REASON));
    }
}
