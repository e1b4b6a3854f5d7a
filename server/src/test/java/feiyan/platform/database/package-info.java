/** The real database under the tests, and the rules that its catalog and every statement keep. */
@NullMarked
package feiyan.platform.database;

import org.jspecify.annotations.NullMarked;
