@NullMarked
package feiyan.exchange;

import org.jspecify.annotations.NullMarked;
