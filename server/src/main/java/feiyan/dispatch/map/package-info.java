/** Where orders and people are, on a map that tells nobody's door. */
@NullMarked
package feiyan.dispatch.map;

import org.jspecify.annotations.NullMarked;
