package feiyan.accounts.web;

import feiyan.accounts.AccountId;
import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody who proved an account; the county, and there a newcomer's name, may still be missing.
 *
 * @param byPassword as staff do; a code by text message proves no member of staff
 * @param credentials what opened the account then
 */
record Proven(AccountId account, boolean byPassword, int credentials, String next, Instant until)
        implements Serializable {}
