package feiyan.web;

import feiyan.platform.Refusal;
import java.util.Set;

/**
 * Which refusals say that nothing stands at this address, or nothing that the asker may know of: pages and machines
 * both answer them with 404, so that what is hidden and what never was cannot be told apart by the status either.
 */
public final class NotThere {

    private static final Set<String> THINGS =
            Set.of("draft.gone", "unit.unknown", "policy.unknown", "offer.unknown", "webhook.unknown");

    private NotThere() {}

    public static boolean says(Refusal refusal) {
        return refusal.code().endsWith(".not_found") || THINGS.contains(refusal.code());
    }
}
