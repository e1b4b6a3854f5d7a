package feiyan.menu;

import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft as the table takes it. */
record ProjectRow(
        long county,
        UUID id,
        String code,
        String category,
        String name,
        String skill,
        int minutes,
        int headcount,
        String mode,
        @Nullable String qualification,
        boolean hazardous,
        boolean confidential) {

    static ProjectRow of(CountyId county, ProjectDraft draft) {
        return new ProjectRow(
                county.value(),
                Ids.next(),
                draft.code(),
                draft.category(),
                draft.name(),
                draft.skill(),
                draft.minutes(),
                draft.headcount(),
                draft.remote() ? "remote" : "on_site",
                draft.qualification(),
                draft.hazardous(),
                draft.confidential());
    }
}
