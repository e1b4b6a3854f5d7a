/**
 * Who saw what and who did what: the chain that holds it together, the auditor's page, the alarm on bulk viewing; how
 * long each kind of data is kept, and the keys it is sealed with.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "web", "accounts", "units"})
package feiyan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
