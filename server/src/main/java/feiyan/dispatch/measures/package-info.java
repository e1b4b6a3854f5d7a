/** How asking and answering went: figures of units, never of single people. */
@NullMarked
package feiyan.dispatch.measures;

import org.jspecify.annotations.NullMarked;
