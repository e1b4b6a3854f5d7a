package feiyan.dispatch.web;

import org.jspecify.annotations.Nullable;

/** Why a leader gives something back, for those who want to say. */
record Returning(@Nullable ReturnReason reason) {

    static @Nullable String code(@Nullable Returning returning) {
        var reason = returning == null ? null : returning.reason();
        return reason == null ? null : reason.code();
    }
}
