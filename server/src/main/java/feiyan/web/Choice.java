package feiyan.web;

import org.jspecify.annotations.Nullable;

/**
 * One of several to choose from, its words already in the reader's language: for {@code web/parts/field :: choices}.
 */
public record Choice(String value, String label, @Nullable String hint) {}
