/**
 * What must hold of the loop's tables whoever wrote them, as SQL of its own. The tests and the benches both look by it;
 * the product does not know of it.
 */
@NullMarked
package feiyan.laws;

import org.jspecify.annotations.NullMarked;
