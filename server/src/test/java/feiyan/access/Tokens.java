package feiyan.access;

import feiyan.accounts.ApiTokens;
import feiyan.accounts.MadeToken;
import feiyan.platform.AppClock;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tokens that everybody made for themselves: with all that they can give, with too little, over and taken back. */
final class Tokens implements Passes {

    private static final int DAYS = 60;

    private final Town town;
    private final ApiTokens door;
    private final Map<String, Pass> made = new HashMap<>();

    Tokens(Town town) {
        this.town = town;
        this.door = town.the(ApiTokens.class);
    }

    @Override
    public Pass of(String column, @Nullable Instant moment) {
        return of(column);
    }

    Pass of(String column) {
        return column.equals("out.n")
                ? new Pass.Nothing()
                : made.computeIfAbsent(column, who -> token(who, scopes(who)));
    }

    /** Whether somebody like this can make a token for it at all. */
    boolean grants(String column, String scope) {
        return !column.equals("out.n")
                && scopes(column).stream().anyMatch(known -> known.written().equals(scope));
    }

    Pass without(String column, String scope) {
        return made.computeIfAbsent(column + " without " + scope, name -> token(column, others(column, scope)));
    }

    Pass expired(String column) {
        var clock = town.the(AppClock.class);
        var then = clock.instant().minus(Duration.ofDays(2 * DAYS));
        return made.computeIfAbsent(column + " expired", name -> clock.at(then, () -> token(column, scopes(column))));
    }

    Pass revoked(String column) {
        return made.computeIfAbsent(column + " revoked", name -> {
            var token = make(column, scopes(column));
            door.revoke(town.signedIn(column), token.id()).orThrow();
            return new Pass.Token(token.text());
        });
    }

    private Set<ApiScope> others(String column, String scope) {
        return scopes(column).stream()
                .filter(known -> !known.written().equals(scope))
                .collect(Collectors.toSet());
    }

    private Set<ApiScope> scopes(String column) {
        return new LinkedHashSet<>(ApiScope.openTo(standings(column)));
    }

    private Set<Standing> standings(String column) {
        return town.signedIn(column).staffProven()
                ? EnumSet.of(Standing.RESIDENT, Standing.STAFF)
                : EnumSet.of(Standing.RESIDENT);
    }

    private Pass token(String column, Set<ApiScope> scopes) {
        return new Pass.Token(make(column, scopes).text());
    }

    private MadeToken make(String column, Set<ApiScope> scopes) {
        return door.make(town.signedIn(column), standings(column), "matrix", scopes, DAYS)
                .orThrow();
    }
}
