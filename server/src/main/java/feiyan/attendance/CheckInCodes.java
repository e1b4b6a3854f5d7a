package feiyan.attendance;

import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import org.springframework.stereotype.Component;

/**
 * The six digits that the requester tells at the door. Made from the order and the time agreed, so nothing is stored
 * and a new time has a new code.
 */
@Component
class CheckInCodes {

    private static final String PURPOSE = "attendance.check_in";
    private static final int DIGITS = 6;

    private final FieldCipher cipher;

    CheckInCodes(FieldCipher cipher) {
        this.cipher = cipher;
    }

    String of(CountyId county, OrderId order, Slot agreed) {
        return cipher.code(PURPOSE, county + " " + order.value() + " " + agreed.from(), DIGITS);
    }
}
