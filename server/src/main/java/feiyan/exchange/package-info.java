/** What other systems get from Feiyan and give to it: webhooks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "web", "web::api", "accounts", "units", "orders"})
package feiyan.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
