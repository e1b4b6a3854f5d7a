package feiyan.orders.web;

/**
 * A line of the desk's list.
 *
 * @param mergeable whether it can be marked for serving together with others
 * @param alike how many others want the same at a time that fits
 */
record DeskRow(OrderRow row, boolean mergeable, int alike) {}
