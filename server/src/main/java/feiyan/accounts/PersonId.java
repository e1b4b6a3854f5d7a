package feiyan.accounts;

import java.io.Serializable;
import java.util.UUID;

/** A person in one county. A volunteer is a person: the same id. */
public record PersonId(UUID value) implements Serializable {}
