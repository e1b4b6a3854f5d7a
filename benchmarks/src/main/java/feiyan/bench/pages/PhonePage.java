package feiyan.bench.pages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages that people open on a phone, of whom in the demo, and how they come there. */
enum PhonePage {
    SIGN_IN(null, "/sign-in", null),
    HOME("resident", "/", null),
    ORDERS("resident", "/orders", null),
    ORDER("resident", "/orders", "/orders/[0-9a-f-]{36}"),
    NEW_ORDER("resident", "/orders/new", null),
    NEW_ORDER_WHAT("resident", "/orders/new", null) {
        @Override
        Optional<String> path(Scout scout) {
            return Optional.of(scout.post("/orders/new", "/orders/new", "whom", "me"));
        }
    },
    MESSAGES("resident", "/messages", null),
    FAMILY("child", "/family", null),
    DAY("volunteer", "/my-day", null),
    SERVICES("volunteer", "/my-services", null),
    OPEN_SEATS("volunteer", "/open-seats", null),
    CHECK_IN("volunteer", "/check-in", null),
    OFFERS("leader", "/team-offers", null),
    OFFER("leader", "/team-offers", "/offers/[0-9a-f-]{36}"),
    ROLL("leader", "/my-day", "/orders/[0-9a-f-]{36}/roll|/seats/[0-9a-f-]{36}/roll");

    private final @Nullable String part;
    private final String start;
    private final @Nullable String link;

    PhonePage(@Nullable String part, String start, @Nullable String link) {
        this.part = part;
        this.start = start;
        this.link = link;
    }

    /** Those for which a resident has to wait before her need is told, and so those with a bound. */
    boolean isBounded() {
        return "resident".equals(part);
    }

    Scout scout(String address) {
        var scout = new Scout(address);
        if (part != null) {
            scout.enter(part);
        }
        return scout;
    }

    /** Nothing where the demo has none today. */
    Optional<String> path(Scout scout) {
        return link == null ? Optional.of(start) : scout.link(start, link);
    }
}
