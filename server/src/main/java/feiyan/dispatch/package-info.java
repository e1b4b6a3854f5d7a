/** Candidates, offers and seats. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "web",
            "web::api",
            "accounts",
            "units",
            "menu",
            "volunteers",
            "calendar",
            "orders"
        })
package feiyan.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
