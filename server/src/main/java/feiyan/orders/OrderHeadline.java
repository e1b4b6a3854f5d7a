package feiyan.orders;

import feiyan.menu.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody recognises an order in a message.
 *
 * @param project null for a need in free words, and for a confidential order: a message may be read over a shoulder
 * @param confidential says nothing of what it is about, not even why it was refused
 * @param agreed the time agreed, of a merged order that of its group
 */
public record OrderHeadline(
        OrderId id,
        String number,
        @Nullable ProjectId project,
        boolean urgent,
        boolean confidential,
        @Nullable Slot agreed) {}
