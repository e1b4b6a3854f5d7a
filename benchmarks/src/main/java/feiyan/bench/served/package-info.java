/** The product as a process of its own, started by ./run, and what the system says of it. */
@NullMarked
package feiyan.bench.served;

import org.jspecify.annotations.NullMarked;
