package feiyan.accounts;

import org.jspecify.annotations.Nullable;

/** A person to be registered. */
public record NewPerson(String name, @Nullable Phone phone) {}
