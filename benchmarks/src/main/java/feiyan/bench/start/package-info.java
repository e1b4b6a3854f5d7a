/** How long a start takes, and how much memory what was started holds. */
@NullMarked
package feiyan.bench.start;

import org.jspecify.annotations.NullMarked;
