package feiyan.orders;

import feiyan.accounts.Phone;
import feiyan.menu.Project;
import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** The sealed side of a past order, as this module itself would have written it; in its package to reach how. */
@NullMarked
public final class PastWords {

    private final CountyId county;
    private final FieldCipher cipher;
    private final OrderSearchTokens tokens;

    public PastWords(CountyId county, FieldCipher cipher) {
        this.county = county;
        this.cipher = cipher;
        this.tokens = new OrderSearchTokens(cipher);
    }

    /** @param column of {@code order_words} */
    public byte[] sealed(String column, UUID order, String clear) {
        return cipher.seal(county, "order_words." + column, order, clear);
    }

    public byte[] sealedRating(UUID order, String clear) {
        return cipher.seal(county, "order_rating.words", order, clear);
    }

    public byte[] phoneKey(Phone phone) {
        return Likely.phoneKey(cipher, phone);
    }

    /** What it can be found by. */
    public int[] tokens(String need, String recipient, Phone phone, Project project, String station, String number) {
        var words = new OrderSearchTokens.Words(need, recipient, phone.digits(), project.name(), station, number);
        return tokens.of(county, words).stream().mapToInt(Integer::intValue).toArray();
    }
}
