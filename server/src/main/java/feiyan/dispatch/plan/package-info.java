/**
 * Plans for a unit's day: made by the engine at one press, looked at and changed by dispatchers together, kept with
 * what they made of it. A plan proposes; who is asked is decided by sending a line, and who comes by the volunteer.
 */
@NullMarked
package feiyan.dispatch.plan;

import org.jspecify.annotations.NullMarked;
