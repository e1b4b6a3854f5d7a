/** The order and its life: place, review, escalate, merge, rate, reopen; its clocks; who may see what. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "web", "web::api", "calendar", "accounts", "units", "menu", "triage"})
package feiyan.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
