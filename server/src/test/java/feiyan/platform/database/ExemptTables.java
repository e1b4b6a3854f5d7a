package feiyan.platform.database;

import java.util.List;

/** The short list: tables that belong to no county, and why. */
final class ExemptTables {

    private static final List<String> NAMES = List.of(
            "flyway_schema_history", // Flyway's own
            "spring_session", // a session is found by its random id, before anybody knows the county
            "spring_session_attributes",
            "account", // somebody who signs in, with a person in each county where they act
            "sign_in_code",
            "known_device",
            "account_act",
            "stay",
            "throttle",
            "password_reset", // of an account, as above
            "founding_link", // before there is a county
            "key_known", // the keys of the installation, by id
            "demo_sms", // what the demo's telephone would show, to whoever signs in
            "county", // the list of tenants itself
            "outbox_cursor"); // one row of each running instance

    private ExemptTables() {}

    static boolean contains(String table) {
        return NAMES.contains(table);
    }
}
