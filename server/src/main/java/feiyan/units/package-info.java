/** The county, its areas, the three tiers, venues, and the staff of a unit. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "web", "web::api", "accounts"})
package feiyan.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
