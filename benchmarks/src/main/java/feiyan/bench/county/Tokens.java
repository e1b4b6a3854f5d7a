package feiyan.bench.county;

import feiyan.accounts.Accounts;
import feiyan.accounts.ApiTokens;
import feiyan.accounts.SignedIn;
import feiyan.units.Actor;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What programs speak to the API with, in somebody's name. */
public final class Tokens {

    private static final int DAYS = 30;

    private final House house;

    public Tokens(House house) {
        this.house = house;
    }

    public String of(Actor actor, ApiScope... scopes) {
        var account = house.the(Accounts.class)
                .openFor(actor.county(), List.of(actor.person()))
                .get(actor.person());
        var owner =
                new SignedIn(Objects.requireNonNull(account), actor.county().value(), actor.person(), actor.isStaff());
        var standings = actor.isStaff() ? EnumSet.allOf(Standing.class) : EnumSet.of(Standing.RESIDENT);
        return house.the(ApiTokens.class)
                .make(owner, standings, "bench", Set.of(scopes), DAYS)
                .orThrow()
                .text();
    }
}
