package feiyan.audit;

import feiyan.platform.SealedColumn;
import feiyan.platform.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AuditSealed implements SealedColumns {

    @Override
    public List<SealedColumn> sealed() {
        return List.of(SealedColumn.of("bulk_alarm", "words"));
    }
}
