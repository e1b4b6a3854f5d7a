package feiyan.orders.web;

import feiyan.orders.Complaint;
import feiyan.orders.ComplaintState;
import feiyan.orders.ComplaintVerb;
import feiyan.web.api.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A complaint as its reader may see it; in lists without what was said. */
record ComplaintJson(
        UUID id,
        int version,
        ComplaintState state,
        UUID order,
        String number,
        @Nullable UUID project,
        boolean confidential,
        boolean orderRefused,
        UUID about,
        UUID unit,
        boolean toAdministrator,
        Instant openedAt,
        @Nullable Instant due,
        boolean overdue,
        boolean mine,
        boolean answers,
        List<SaidJson> said)
        implements Versioned {

    record SaidJson(
            ComplaintVerb command,
            Instant at,
            UUID unit,
            @Nullable String words) {}

    static ComplaintJson of(Complaint complaint) {
        return new ComplaintJson(
                complaint.id().value(),
                complaint.version(),
                complaint.state(),
                complaint.order().value(),
                complaint.number(),
                complaint.project() == null ? null : complaint.project().value(),
                complaint.confidential(),
                complaint.orderRefused(),
                complaint.about().value(),
                complaint.unit().value(),
                complaint.toAdministrator(),
                complaint.openedAt(),
                complaint.due(),
                complaint.overdue(),
                complaint.mine(),
                complaint.answers(),
                complaint.said().stream()
                        .map(said ->
                                new SaidJson(said.verb(), said.at(), said.unit().value(), said.words()))
                        .toList());
    }
}
