/** Other weights, tried on the orders of the last days before they hold. */
@NullMarked
package feiyan.dispatch.trial;

import org.jspecify.annotations.NullMarked;
