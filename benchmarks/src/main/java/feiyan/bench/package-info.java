/** Measures the server from outside: generators, peers, floors. Depends on the server, never shipped with it. */
@NullMarked
package feiyan.bench;

import org.jspecify.annotations.NullMarked;
