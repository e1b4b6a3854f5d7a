package feiyan.accounts;

/**
 * Something that must end before a person can be forgotten, and where it is ended.
 *
 * @param code what it is: {@code orders}, {@code seats}; the page has words for it
 * @param path the page with the way out
 */
public record Running(String code, int number, String path) {}
