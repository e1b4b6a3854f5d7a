package feiyan.accounts;

import java.io.Serializable;
import java.util.UUID;

/** Somebody who can sign in; the same in every county. */
public record AccountId(UUID value) implements Serializable {}
