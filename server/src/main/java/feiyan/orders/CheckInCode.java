package feiyan.orders;

import static java.nio.charset.StandardCharsets.US_ASCII;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import java.security.MessageDigest;
import java.util.stream.Stream;
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

    CheckInCode(FieldCipher cipher, HouseholdCards cards) {
        this.cipher = cipher;
        this.cards = cards;
    }

    /**
     * Whether these digits let somebody in: the order's own, or those on the standing card of a household that it is
     * for. Compared in constant time; who calls it limits the tries.
     */
    public boolean accepts(CountyId county, OrderId order, Slot agreed, String typed) {
        return Stream.concat(Stream.of(of(county, order, agreed)), cards.codesFor(county, order).stream())
                .map(code -> isSame(code, typed))
                .reduce(false, Boolean::logicalOr);
    }

    private static boolean isSame(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(US_ASCII), typed.strip().getBytes(US_ASCII));
    }

    public String of(CountyId county, OrderId order, Slot agreed) {
        return cipher.code("check-in", county + "/" + order.value() + "/" + agreed.from(), DIGITS);
    }

    /** For the requester's page; null while there is nobody to let in, and for whoever is to be let in. */
    public @Nullable String forRequester(CountyId county, OrderView order) {
        boolean expected = order.state() == State.ACCEPTED || order.state() == State.IN_SERVICE;
        return expected && order.asks() && !order.is(Relation.SEAT) && order.agreed() != null && !order.remote()
                ? of(county, order.id(), order.agreed())
                : null;
    }
}
