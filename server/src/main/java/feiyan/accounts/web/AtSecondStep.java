package feiyan.accounts.web;

import feiyan.accounts.SignedIn;
import java.io.Serializable;
import java.time.Instant;

/**
 * A member of staff whose password was right, and who they will be after the second step.
 *
 * @param credentials what opened the account then
 */
record AtSecondStep(SignedIn who, int credentials, String next, Instant until) implements Serializable {}
