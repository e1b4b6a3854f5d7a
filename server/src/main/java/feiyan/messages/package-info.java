/** From the outbox to the people: notices in the app, text messages. */
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
            "orders",
            "dispatch",
            "attendance"
        })
package feiyan.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
