/**
 * Everybody who may be asked, in the memory of each instance, and what the engine makes of it: suggestions for one
 * order, a plan for many. Nothing here decides who serves; the database does, when somebody is chosen.
 */
@NullMarked
package feiyan.dispatch.pool;

import org.jspecify.annotations.NullMarked;
