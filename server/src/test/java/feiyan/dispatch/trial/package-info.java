@NullMarked
package feiyan.dispatch.trial;

import org.jspecify.annotations.NullMarked;
