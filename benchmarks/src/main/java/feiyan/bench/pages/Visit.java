package feiyan.bench.pages;

/**
 * What came over the wire for a page, with its headers, and when the first word of it stood on the screen.
 *
 * @param photoBytes apart from the others: what people sent of their homes, which no phone keeps
 */
record Visit(int requests, long bytes, long photoBytes, long firstPaintMillis) {}
