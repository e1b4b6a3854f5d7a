/** Check-in and check-out; the minutes of service. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "web", "web::api", "accounts", "units", "volunteers", "orders", "dispatch"})
package feiyan.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
