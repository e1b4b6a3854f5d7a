/** Measures the dispatch engine: files, an independent checker, peers, oracles, simulations. */
@NullMarked
package feiyan.bench.dispatch;

import org.jspecify.annotations.NullMarked;
