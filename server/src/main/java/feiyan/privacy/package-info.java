/** A person's own data: what is held and why, a copy of it, putting it right, being forgotten. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "web", "accounts", "units"})
package feiyan.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
