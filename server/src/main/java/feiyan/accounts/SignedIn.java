package feiyan.accounts;

import feiyan.platform.CountyId;
import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/**
 * Who sits behind a session. Holds no role: what somebody may do is read anew at each request, so that a role taken
 * away is gone at once.
 *
 * @param staffProven whether the staff's second step (password and TOTP) was passed; without it no post counts
 */
public record SignedIn(AccountId account, long countyId, PersonId person, boolean staffProven)
        implements Principal, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    public CountyId county() {
        return new CountyId(countyId);
    }

    @Override
    public String getName() {
        return account.value().toString();
    }
}
