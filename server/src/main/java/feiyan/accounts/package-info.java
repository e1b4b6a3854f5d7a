/** Persons, sign-in, consents. An account is global; it has a person in each county where it acts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "web", "web::api"})
package feiyan.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
