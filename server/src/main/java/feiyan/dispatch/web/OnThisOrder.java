package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferState;
import feiyan.dispatch.Rolls;
import feiyan.dispatch.SeatState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody has to do with this very order already, whatever the rules say of them.
 *
 * @param against why they are not asked for it once more
 * @param said they said no, or nothing
 */
record OnThisOrder(Map<PersonId, Reason> against, Map<PersonId, Reason> said) {

    /** @param own whose order it is */
    static OnThisOrder of(Rolls.Roll roll, Set<PersonId> own) {
        var against = new HashMap<PersonId, Reason>();
        own.forEach(person -> against.put(person, Reason.of("candidates.against.own_order")));
        roll.asked().forEach(one -> put(against, one, OfferState.OPEN, "candidates.against.asked"));
        roll.seats().stream()
                .filter(seat -> seat.state() == SeatState.TAKEN || seat.state() == SeatState.PRESENT)
                .forEach(seat -> against.put(seat.facts().volunteer(), Reason.of("candidates.against.comes")));
        var said = new HashMap<PersonId, Reason>();
        roll.said().forEach(one -> put(said, one, OfferState.DECLINED, "candidates.hush.declined"));
        return new OnThisOrder(against, said);
    }

    private static void put(Map<PersonId, Reason> all, Rolls.Asked one, OfferState state, String code) {
        var person = one.person();
        if (person != null && one.state() == state) {
            all.put(person, Reason.of(code));
        }
    }

    Stream<Reason> against(PersonId person) {
        return Stream.ofNullable(against.get(person));
    }

    Stream<Reason> said(PersonId person) {
        return Stream.ofNullable(said.get(person));
    }
}
