@NullMarked
package feiyan.operations;

import org.jspecify.annotations.NullMarked;
