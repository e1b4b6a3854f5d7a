package feiyan.menu;

/**
 * Something to put right in a table of projects.
 *
 * @param line as the writer counts them, the header first; 0 where it is no table at all
 * @param column the first one of the line that cannot be read
 */
public record MenuMistake(long line, String column) {}
