package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as one reader may see it.
 *
 * @param project what the order is; null for a need in free words, and for a confidential order
 * @param confidential then the complaint holds what the requester wrote here, and nothing of the order
 * @param orderRefused whether an appeal can be upheld
 * @param about the unit that handled the order
 * @param unit the unit that answers
 * @param toAdministrator whether the county's administrator answers: nobody stands above the center
 * @param due by when it must be answered; null where nobody is waited for but the requester
 * @param mine whether the reader complained
 * @param answers whether the reader is one of those who can answer
 * @param said the oldest first; empty in lists
 */
public record Complaint(
        ComplaintId id,
        int version,
        ComplaintState state,
        OrderId order,
        String number,
        @Nullable ProjectId project,
        boolean confidential,
        boolean orderRefused,
        UnitId about,
        UnitId unit,
        boolean toAdministrator,
        Instant openedAt,
        @Nullable Instant due,
        boolean mine,
        boolean answers,
        List<Said> said) {

    /** @param words null where they were erased or none were said */
    public record Said(
            ComplaintVerb verb,
            Instant at,
            UnitId unit,
            @Nullable String words) {}

    public boolean may(ComplaintVerb verb) {
        return state.after(verb).isPresent()
                && (isRequesters(verb) ? mine : answers)
                && (verb != ComplaintVerb.UPHOLD || orderRefused)
                && (verb != ComplaintVerb.RAISE || !toAdministrator);
    }

    static boolean isRequesters(ComplaintVerb verb) {
        return verb == ComplaintVerb.ACCEPT || verb == ComplaintVerb.RAISE;
    }

    Complaint with(List<Said> words) {
        return new Complaint(
                id,
                version,
                state,
                order,
                number,
                project,
                confidential,
                orderRefused,
                about,
                unit,
                toAdministrator,
                openedAt,
                due,
                mine,
                answers,
                words);
    }
}
