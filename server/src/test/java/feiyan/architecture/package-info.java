@NullMarked
package feiyan.architecture;

import org.jspecify.annotations.NullMarked;
