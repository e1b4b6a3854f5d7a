/** Four threads live through months of two counties, right and wrong, and what must hold is looked at meanwhile. */
@NullMarked
package feiyan.loop.walk;

import org.jspecify.annotations.NullMarked;
