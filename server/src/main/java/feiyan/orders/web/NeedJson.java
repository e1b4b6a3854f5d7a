package feiyan.orders.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A need as somebody writes it down for themselves or for a parent. Never logged: prints without its contents. */
record NeedJson(
        @Nullable UUID id,
        @Nullable String need,
        @Nullable UUID project,
        UUID station,
        String address,
        String recipient,
        String phone,
        SlotJson window,
        @Nullable Boolean urgent,
        @Nullable String named,
        @Nullable Boolean forOther,
        @Nullable Boolean calm,
        @Nullable Boolean another) {

    String words() {
        return need == null ? "" : need.strip();
    }

    static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    @Override
    public String toString() {
        return "NeedJson[…]";
    }
}
