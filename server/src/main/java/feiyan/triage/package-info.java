/** Free words of a need: which projects they may mean, and whether they speak of an emergency. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package feiyan.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
