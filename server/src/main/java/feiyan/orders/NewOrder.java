package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A need as it is placed.
 *
 * @param requester who asks; the recipient may be somebody else
 * @param project from the menu, or null for a need in free words
 * @param need the words; at most {@value #LONGEST_NEED} characters
 * @param recipient whom the service is for
 * @param phone on which to reach them
 * @param address the door; sealed
 * @param position of the home, coarse; null where it is not known: then the station's serves
 * @param window when it suits
 * @param onBehalf how the requester agreed that somebody else writes it down; null where they write it themselves
 * @param named the volunteer whom they would like to come, if anybody; it is a wish and binds nobody
 */
public record NewOrder(
        PersonId requester,
        Channel channel,
        UnitId station,
        @Nullable ProjectId project,
        String need,
        String recipient,
        String phone,
        String address,
        @Nullable CoarsePosition position,
        Slot window,
        boolean urgent,
        @Nullable OnBehalf onBehalf,
        @Nullable PersonId named) {

    /** In characters, as the other words of an order too. */
    public static final int LONGEST_NEED = 500;

    /** As it stands, but asked for by somebody else: a child orders for a parent who allowed it. */
    public NewOrder askedBy(PersonId parent) {
        return new NewOrder(
                parent, channel, station, project, need, recipient, phone, address, position, window, urgent, onBehalf,
                named);
    }

    boolean isTooLong() {
        return Stream.of(need, recipient, phone, address)
                .anyMatch(words -> words.codePointCount(0, words.length()) > LONGEST_NEED);
    }
}
