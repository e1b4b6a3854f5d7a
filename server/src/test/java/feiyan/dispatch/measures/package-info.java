@NullMarked
package feiyan.dispatch.measures;

import org.jspecify.annotations.NullMarked;
