package feiyan.orders;

import static java.nio.charset.StandardCharsets.US_ASCII;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import feiyan.units.Actor;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The six digits by which a volunteer proves to be at the door: the requester reads them out. They follow from the
 * order and its agreed time, so that they need not be stored and change when the time is moved.
 */
@Component
public class CheckInCode {

    private static final int DIGITS = 6;

    private final FieldCipher cipher;
    private final HouseholdCards cards;
    private final OrderRows rows;

    CheckInCode(FieldCipher cipher, HouseholdCards cards, OrderRows rows) {
        this.cipher = cipher;
        this.rows = rows;
        this.cards = cards;
    }

    /**
     * Whether these digits let somebody in: the order's own, or those on the standing card of a household that it is
     * for, which are looked up where the order's own do not fit. Each is compared in constant time; who calls it limits
     * the tries.
     */
    public boolean accepts(CountyId county, OrderId order, Slot agreed, String typed) {
        return isSame(of(county, order, agreed), typed)
                || cards.codesFor(county, order).stream()
                        .map(code -> isSame(code, typed))
                        .reduce(false, Boolean::logicalOr);
    }

    private static boolean isSame(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(US_ASCII), typed.strip().getBytes(US_ASCII));
    }

    public String of(CountyId county, OrderId order, Slot agreed) {
        return cipher.code("check-in", county + "/" + order.value() + "/" + agreed.from(), DIGITS);
    }

    /** As {@link #forRequester(CountyId, OrderView)}, where nothing else of the order is wanted. */
    public Optional<String> forRequester(Actor actor, OrderId id) {
        return rows.find(actor, id)
                .filter(order -> WhoSees.sees(order.audiences(), Field.OUTLINE) != Sight.NOTHING)
                .filter(order -> order.asks() && !order.relations().contains(Relation.SEAT))
                .flatMap(order ->
                        expected(actor.county(), id, order.state(), order.remote() ? null : order.agreedOrWas()));
    }

    /** For the requester's page; null while there is nobody to let in, and for whoever is to be let in. */
    public @Nullable String forRequester(CountyId county, OrderView order) {
        return order.asks() && !order.is(Relation.SEAT)
                ? expected(county, order.id(), order.state(), order.remote() ? null : order.agreed())
                        .orElse(null)
                : null;
    }

    /** @param agreed null where nobody comes to the door */
    private Optional<String> expected(CountyId county, OrderId id, State state, @Nullable Slot agreed) {
        boolean comes = state == State.ACCEPTED || state == State.IN_SERVICE;
        return comes && agreed != null ? Optional.of(of(county, id, agreed)) : Optional.empty();
    }
}
