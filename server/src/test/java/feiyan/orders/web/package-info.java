@NullMarked
package feiyan.orders.web;

import org.jspecify.annotations.NullMarked;
