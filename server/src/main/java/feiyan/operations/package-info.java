/**
 * What the operator's machines see of a running server: measures, whether it lives and is ready. It decides nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "web", "orders"})
package feiyan.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
