/** The product started in this process, and a county of any size in it: what the benches about the whole stand on. */
@NullMarked
package feiyan.bench.county;

import org.jspecify.annotations.NullMarked;
