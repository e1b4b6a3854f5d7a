/**
 * Kills the server and its database, again and again, while clients run the loop, and holds what was acknowledged
 * against what is there.
 */
@NullMarked
package feiyan.bench.crash;

import org.jspecify.annotations.NullMarked;
