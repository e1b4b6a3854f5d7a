package feiyan.attendance;

import feiyan.platform.SealedColumn;
import feiyan.platform.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AttendanceSealed implements SealedColumns {

    @Override
    public List<SealedColumn> sealed() {
        return List.of(
                SealedColumn.of("service_summary", "words").by("offer_id"),
                SealedColumn.of("service_summary", "experience").by("offer_id"));
    }
}
