/** Who may do what: the table of access, and the test that tries each of its cells. */
@NullMarked
package feiyan.access;

import org.jspecify.annotations.NullMarked;
