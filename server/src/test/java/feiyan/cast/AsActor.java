package feiyan.cast;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import feiyan.accounts.AccountId;
import feiyan.accounts.SignedIn;
import feiyan.platform.Ids;
import feiyan.units.Actor;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signs a request with somebody of the cast: the posts are read anew, as in a true session. */
public final class AsActor {

    private AsActor() {}

    public static RequestPostProcessor of(Actor actor) {
        var who = new SignedIn(new AccountId(Ids.next()), actor.county().value(), actor.person(), actor.isStaff());
        return authentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
    }
}
