package feiyan.orders.web;

import org.jspecify.annotations.Nullable;

/** Words that may go with a command, and need not. */
record RemarkJson(@Nullable String words) {

    static @Nullable String of(@Nullable RemarkJson said) {
        return said == null ? null : said.words();
    }

    @Override
    public String toString() {
        return "RemarkJson[…]";
    }
}
