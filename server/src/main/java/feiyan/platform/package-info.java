/** Ids, clock, outcomes, the outbox, field encryption, the audit of sensitive views, the database. Knows nobody. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package feiyan.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
