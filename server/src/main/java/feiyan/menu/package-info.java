/** What can be ordered: categories and projects. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "web", "web::api", "accounts", "units"})
package feiyan.menu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
