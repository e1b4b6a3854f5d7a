/** Whether a long past makes the present slower. */
@NullMarked
package feiyan.bench.growth;

import org.jspecify.annotations.NullMarked;
