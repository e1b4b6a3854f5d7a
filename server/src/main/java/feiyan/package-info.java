/** The server: one process, one PostgreSQL, one jar. Each subpackage is a module with a door of its own. */
@NullMarked
package feiyan;

import org.jspecify.annotations.NullMarked;
