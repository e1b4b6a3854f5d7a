package feiyan.audit;

import feiyan.platform.AuditEntry;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads an entry from columns that may carry a prefix, where a row has it twice. */
final class EntryRow {

    private EntryRow() {}

    static AuditEntry read(ResultSet row, String prefix, String id, String unit) throws SQLException {
        return new AuditEntry(
                AuditEntry.Source.valueOf(row.getString(prefix + "source")),
                row.getObject(id, UUID.class),
                DbTime.read(row, prefix + "at"),
                row.getObject(prefix + "actor_id", UUID.class),
                row.getString(prefix + "kind"),
                row.getString(prefix + "subject"),
                row.getObject(prefix + "subject_id", UUID.class),
                List.of((String[]) row.getArray(prefix + "fields").getArray()),
                row.getString(prefix + "reason"),
                row.getObject(unit, UUID.class));
    }
}
