package feiyan.platform;

/**
 * A county begins, in this transaction. Modules that give each county something to start with listen: the calendar its
 * holidays.
 */
public record CountyFounded(CountyId county) {}
