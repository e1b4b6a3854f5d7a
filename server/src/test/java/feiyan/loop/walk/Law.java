package feiyan.loop.walk;

/**
 * What must be true of both counties at any moment.
 *
 * @param says in one sentence
 * @param breaches SQL that finds what breaks it, first the order's id, then what else helps to see why
 */
record Law(String says, String breaches) {}
