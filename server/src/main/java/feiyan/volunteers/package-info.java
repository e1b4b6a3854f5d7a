/** Who serves: the register, skills, qualifications, availability, teams. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "web", "web::api", "accounts", "units", "menu"})
package feiyan.volunteers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
