/** Plans as dispatchers make, change and send them. */
@NullMarked
package feiyan.dispatch.plan;

import org.jspecify.annotations.NullMarked;
