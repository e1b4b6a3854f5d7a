/**
 * The demo county: a made-up year of a real life, made through the doors that everybody uses. Knows all modules; none
 * knows it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "calendar",
            "web",
            "accounts",
            "units",
            "menu",
            "volunteers",
            "orders",
            "dispatch",
            "attendance",
            "messages"
        })
package feiyan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
