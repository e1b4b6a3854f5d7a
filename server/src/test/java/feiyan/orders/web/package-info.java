/** The pages of an order's life, walked as people do. */
@NullMarked
package feiyan.orders.web;

import org.jspecify.annotations.NullMarked;
