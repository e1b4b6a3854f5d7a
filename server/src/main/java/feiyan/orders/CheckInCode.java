package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
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

    CheckInCode(FieldCipher cipher) {
        this.cipher = cipher;
    }

    public String of(CountyId county, OrderId order, Slot agreed) {
        return cipher.code("check-in", county + "/" + order.value() + "/" + agreed.from(), DIGITS);
    }

    /** For the requester's page; null while there is nobody to let in. */
    public @Nullable String forRequester(CountyId county, OrderView order) {
        boolean expected = order.state() == State.ACCEPTED || order.state() == State.IN_SERVICE;
        return expected && order.is(Relation.REQUESTER) && order.agreed() != null && !order.remote()
                ? of(county, order.id(), order.agreed())
                : null;
    }
}
