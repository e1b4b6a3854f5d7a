/**
 * The dispatch engine: who should serve which open order. Plain Java over arrays; it knows no Spring, no SQL and no
 * other package of Feiyan. The problem, its hard rules and its cost are those of docs/dispatch.md.
 */
@NullMarked
package feiyan.dispatch.engine;

import org.jspecify.annotations.NullMarked;
