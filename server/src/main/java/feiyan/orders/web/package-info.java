/** The pages of an order's life. Sees only what the module offers to others. */
@NullMarked
package feiyan.orders.web;

import org.jspecify.annotations.NullMarked;
