/** The whole loop, as people go through it. */
@NullMarked
package feiyan.loop;

import org.jspecify.annotations.NullMarked;
