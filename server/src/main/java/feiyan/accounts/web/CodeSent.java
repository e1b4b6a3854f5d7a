package feiyan.accounts.web;

import java.io.Serializable;
import java.util.UUID;

/**
 * Somebody to whom a code was sent. Sessions lie in the database, so the phone is sealed.
 *
 * @param id of this asking, to which the seal is bound and the code belongs
 * @param sealed the phone, in Base64
 */
record CodeSent(UUID id, String sealed, String next) implements Serializable {}
