package feiyan.dispatch;

import feiyan.dispatch.OtherAsked.Why;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was not asked beside those who were, by the numbers kept with their offers. Pure.
 *
 * @param metres from home; null where there is no way
 * @param bookedMinutes of the week
 * @param askedBefore within the seven days before the first of the others was asked
 * @param knownThere whether they have served this household themselves
 */
record Compared(
        List<OthersAskedRows.Row> others,
        @Nullable Integer metres,
        int bookedMinutes,
        int askedBefore,
        boolean knownThere) {

    /** So much nearer, or less busy, is a difference; less is none. Ours. */
    private static final int NEARER_METRES = 500;

    private static final int LESS_BUSY_MINUTES = 60;

    /** @param most so often somebody is asked within seven days by itself */
    Set<Why> why(int most) {
        var asked = asked();
        if (asked.isEmpty()) {
            return EnumSet.of(others.stream().anyMatch(OthersAskedRows.Row::team) ? Why.TEAM : Why.TAKEN);
        }
        var found = EnumSet.noneOf(Why.class);
        addIf(found, Why.WISHED, asked.stream().anyMatch(one -> one.way() == OfferReason.Way.WISHED));
        addIf(found, Why.ASKED_ENOUGH, askedBefore >= most);
        addIf(found, Why.KNOWN_THERE, !knownThere && asked.stream().anyMatch(one -> one.visits() > 0));
        addIf(found, Why.NEARER, all(asked, this::isNearer));
        addIf(found, Why.LESS_BUSY, all(asked, one -> one.bookedMinutes() + LESS_BUSY_MINUTES <= bookedMinutes));
        addIf(found, Why.ASKED_LESS, all(asked, one -> one.askedBefore() < askedBefore));
        return found.isEmpty() ? EnumSet.of(Why.ALIKE) : found;
    }

    private List<OfferReason> asked() {
        return others.stream()
                .map(OthersAskedRows.Row::reason)
                .filter(Objects::nonNull)
                .filter(reason -> reason.way() != OfferReason.Way.TAKEN)
                .toList();
    }

    private boolean isNearer(OfferReason other) {
        return metres != null && other.metres() != null && other.metres() + NEARER_METRES <= metres;
    }

    private static boolean all(List<OfferReason> asked, Predicate<OfferReason> which) {
        return asked.stream().allMatch(which);
    }

    private static void addIf(Set<Why> found, Why why, boolean holds) {
        if (holds) {
            found.add(why);
        }
    }
}
