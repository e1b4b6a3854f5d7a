package feiyan.accounts;

import java.util.List;

/**
 * What a module above asks about whoever comes with a token, at each request: it is read with the token, in the one
 * statement that finds it.
 */
public interface BearerFacts {

    /** SQL of a {@code text[]} about the owner of token {@code t}, in {@code :county}; over tables of its own. */
    String sql();

    /** Of a token that is proven; for this request and no other. */
    void found(SignedIn owner, List<String> found);
}
