@NullMarked
package feiyan.orders;

import org.jspecify.annotations.NullMarked;
