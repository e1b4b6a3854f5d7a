/** The people of the tests and their world, made through the doors. */
@NullMarked
package feiyan.cast;

import org.jspecify.annotations.NullMarked;
