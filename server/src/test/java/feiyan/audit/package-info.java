@NullMarked
package feiyan.audit;

import org.jspecify.annotations.NullMarked;
