package feiyan.laws;

/**
 * What must be true of every county at any moment.
 *
 * @param says in one sentence
 * @param breaches SQL that finds what breaks it, first the order's id, then what else helps to see why
 */
public record Law(String says, String breaches) {}
