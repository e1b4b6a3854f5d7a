@NullMarked
package feiyan.privacy;

import org.jspecify.annotations.NullMarked;
