package feiyan.orders;

import feiyan.platform.CountyId;
import java.time.Instant;
import java.util.Collection;

/**
 * One module's part in forgetting what was said in orders: words, photos, voices, summaries, positions. Whoever forgets
 * a person, and whoever lets old orders be forgotten, calls all of them in one transaction.
 */
public interface WordsErasure {

    /** Once more changes nothing. */
    void eraseWords(CountyId county, Collection<OrderId> orders, Instant now);
}
