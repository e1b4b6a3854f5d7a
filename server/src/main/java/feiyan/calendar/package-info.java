/** Working time: the week, China's holidays and make-up workdays. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "web", "web::api", "accounts", "units"})
package feiyan.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
