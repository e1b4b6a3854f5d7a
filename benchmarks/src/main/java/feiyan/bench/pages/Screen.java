package feiyan.bench.pages;

import java.util.regex.Pattern;

/** What a browser shows, and under which address of this server. */
record Screen(String path, String html) {

    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)");

    String title() {
        var found = TITLE.matcher(html);
        return found.find() ? found.group(1) : "";
    }
}
