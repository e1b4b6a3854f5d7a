package feiyan.web;

/**
 * One entry of the main navigation.
 *
 * @param rank smaller comes first
 * @param label a message key; two to four characters in Chinese, since a phone shows five entries
 * @param path where it leads, and the prefix under which it is shown as current
 * @param icon a symbol of {@code static/icons.svg}
 */
public record NavEntry(int rank, String label, String path, String icon) {}
