package feiyan.orders;

import feiyan.platform.FieldCipher;
import feiyan.platform.KeyMissing;
import feiyan.platform.SealBroken;
import feiyan.units.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A search as a piece of an address: sealed for the one person who made it, since names and digits would else stand in
 * histories and logs on the way. With an address of its own a page of results can be gone back to.
 */
@Component
public class OrderSearchLinks {

    private static final String PLACE = "order_search.link";

    private final FieldCipher cipher;

    OrderSearchLinks(FieldCipher cipher) {
        this.cipher = cipher;
    }

    public String of(Actor actor, OrderSearchCriteria criteria) {
        var sealed = cipher.seal(actor.county(), PLACE, actor.person().value(), criteria.write());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty for somebody else's, or for what was never a search. */
    public Optional<OrderSearchCriteria> open(Actor actor, String link) {
        try {
            var sealed = Base64.getUrlDecoder().decode(link.getBytes(StandardCharsets.ISO_8859_1));
            return OrderSearchCriteria.read(
                    cipher.open(actor.county(), PLACE, actor.person().value(), sealed));
        } catch (IllegalArgumentException | SealBroken | KeyMissing strange) {
            return Optional.empty();
        }
    }
}
