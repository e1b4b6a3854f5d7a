package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The tokens that people make so that a machine may act for them: for a purpose, for a time, for some of what they may
 * do themselves. Whoever holds one is that person, within its scopes.
 */
@Component
public class ApiTokens {

    private static final int LONGEST_PURPOSE = 60;
    private static final int MOST_OPEN = 20;

    private final ApiTokenRows rows;
    private final Transactions transactions;
    private final InstantSource clock;
    private final int longest;

    ApiTokens(
            ApiTokenRows rows,
            Transactions transactions,
            InstantSource clock,
            @Value("${feiyan.api.longest-token-days:366}") int longest) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
        this.longest = longest;
    }

    /** In days. */
    public int longest() {
        return longest;
    }

    /**
     * Makes one; its text is in the answer and nowhere else. Made after the staff's second step it acts with the
     * person's posts, as they are at each request.
     *
     * @param standings what the owner is, which bounds the scopes
     * @param days until it expires
     */
    public Outcome<MadeToken> make(
            SignedIn owner, Set<Standing> standings, String purpose, Set<ApiScope> scopes, int days) {
        var said = purpose.strip();
        if (said.isEmpty() || said.codePointCount(0, said.length()) > LONGEST_PURPOSE) {
            return Outcome.refused("token.purpose", LONGEST_PURPOSE);
        }
        if (scopes.isEmpty() || !ApiScope.openTo(standings).containsAll(scopes)) {
            return Outcome.refused("token.scopes");
        }
        if (days < 1 || days > longest) {
            return Outcome.refused("token.days", longest);
        }
        return transactions.write(() -> {
            // One at a time for each person, or two at once would both be the last.
            rows.lockOwner(owner);
            return rows.open(owner, clock.instant()) >= MOST_OPEN
                    ? Outcome.refused("token.too_many", MOST_OPEN)
                    : Outcome.done(made(owner, said, scopes, days));
        });
    }

    private MadeToken made(SignedIn owner, String purpose, Set<ApiScope> scopes, int days) {
        var now = clock.instant();
        var token = new MadeToken(
                new ApiTokenId(Ids.next()), TokenText.next(owner.county()).written(), now.plus(Duration.ofDays(days)));
        rows.insert(
                owner,
                token,
                purpose,
                scopes.stream().map(ApiScope::written).collect(Collectors.toCollection(java.util.TreeSet::new)),
                now);
        return token;
    }

    /** The owner's own, the latest first: the open ones and those that ended lately. */
    public List<ApiToken> of(SignedIn owner) {
        return rows.of(owner, clock.instant());
    }

    /** By its owner; at once, and for good. */
    public Outcome<ApiTokenId> revoke(SignedIn owner, ApiTokenId token) {
        return transactions.write(
                () -> rows.end(owner.county(), owner.person(), token, "revoked", owner.person(), clock.instant())
                        ? Outcome.done(token)
                        : Outcome.refused("token.over"));
    }

    /** Those of somebody who is no longer staff anywhere in the county; within the caller's transaction. */
    public void endOfStaff(CountyId county, PersonId person, PersonId by) {
        rows.endAll(county, person, true, "left", by, clock.instant());
    }

    /** All of a person's, whose account or data end; within the caller's transaction. */
    public void endAll(CountyId county, PersonId person, PersonId by) {
        rows.endAll(county, person, false, "erased", by, clock.instant());
    }
}
