package feiyan.messages;

import feiyan.attendance.OfflineProofs;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import feiyan.units.Role;
import feiyan.units.Staff;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the staff of the unit that asked when a proof comes in for a seat that was given away. */
@Component
class ProofNotices implements OutboxHandler {

    private final OfflineProofs proofs;
    private final ServiceSheets sheets;
    private final Staff staff;
    private final NoticeRows notices;

    ProofNotices(OfflineProofs proofs, ServiceSheets sheets, Staff staff, NoticeRows notices) {
        this.proofs = proofs;
        this.sheets = sheets;
        this.staff = staff;
        this.notices = notices;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(OfflineProofs.AFTER_ALL);
    }

    @Override
    public void handle(OutboxRow row) {
        proofs.orderOf(row.county(), row.subject())
                .flatMap(order -> sheets.find(row.county(), order))
                .ifPresent(order -> tell(row, order));
    }

    private void tell(OutboxRow row, ServiceSheet order) {
        var unit = Objects.requireNonNullElse(order.dispatching(), order.standsAt());
        notices.tell(
                row,
                Content.of(NoticeKind.PROOF_AFTER_ALL, order.id(), null),
                staff.holders(row.county(), unit, Role.CLERK, Role.DISPATCHER));
    }
}
