/**
 * The whole loop, from the need to the rating, measured through each of the product's doors and against two others: the
 * least that must be written for it, and an engine for processes that a team might take instead.
 */
@NullMarked
package feiyan.bench.loop;

import org.jspecify.annotations.NullMarked;
