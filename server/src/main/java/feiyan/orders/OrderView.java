package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as one person may see it now: what {@link WhoSees} does not grant is null or empty here, and was never read.
 *
 * @param can the commands that this person may give at this stage, before their own conditions
 * @param need null where the words are not shown; then the project's name is the summary
 * @param onBehalf how the requester agreed to somebody else's writing it down; null where the words are not shown
 * @param named the volunteer whom the requester would like; null where the words are not shown
 * @param notes words beside events, by version
 * @param ratings the latest last
 */
public record OrderView(
        OrderId id,
        String number,
        int version,
        State state,
        @Nullable ProjectId project,
        UnitId station,
        UnitId unit,
        Slot window,
        @Nullable Slot agreed,
        int headcount,
        int durationMinutes,
        boolean urgent,
        boolean confidential,
        boolean remote,
        Channel channel,
        int reopened,
        Instant placedAt,
        @Nullable Instant due,
        Set<Relation> relations,
        Set<Verb> can,
        @Nullable String need,
        @Nullable String recipient,
        @Nullable OnBehalf onBehalf,
        @Nullable PersonId named,
        Sight address,
        List<Happening> history,
        Map<Integer, String> notes,
        List<Rating> ratings) {

    public boolean is(Relation relation) {
        return relations.contains(relation);
    }

    /** For themselves or on somebody's behalf. */
    public boolean asks() {
        return is(Relation.REQUESTER) || is(Relation.PROXY);
    }

    public boolean may(Verb verb) {
        return can.contains(verb);
    }
}
