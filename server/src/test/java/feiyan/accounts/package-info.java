@NullMarked
package feiyan.accounts;

import org.jspecify.annotations.NullMarked;
