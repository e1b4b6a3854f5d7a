package feiyan.hostile;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the links of one person's pages, a few of each kind, and gathers the forms. */
final class Crawl {

    /** So many orders are looked at of each kind of page: their stages, and so their buttons, differ. */
    private static final int EACH = 6;

    private static final int PAGES = 120;

    private final Sitting sitting;
    private final Map<String, Integer> seenOfKind = new HashMap<>();
    private final Map<String, List<Form>> forms = new HashMap<>();
    private final Set<String> paths = new HashSet<>();

    Crawl(Sitting sitting) {
        this.sitting = sitting;
    }

    Crawl from(String... beginnings) throws IOException, InterruptedException {
        var waiting = new ArrayDeque<>(List.of(beginnings));
        while (!waiting.isEmpty() && paths.size() < PAGES) {
            var path = waiting.removeFirst();
            if (paths.add(path)) {
                visit(path, waiting);
            }
        }
        return this;
    }

    private void visit(String path, ArrayDeque<String> waiting) throws IOException, InterruptedException {
        var answer = sitting.get(path);
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            return;
        }
        var page = Sitting.page(answer);
        for (var form : Form.of(page, path)) {
            var same = forms.computeIfAbsent(form.kind(), none -> new ArrayList<>());
            if (same.size() < EACH) {
                same.add(form);
            }
        }
        for (var link : page.select("a[href]")) {
            var to = link.attr("href").split("#", 2)[0];
            if (to.startsWith("/")
                    && !to.startsWith("/_static")
                    && seenOfKind.merge(Form.kind(to), 1, Integer::sum) <= EACH) {
                waiting.add(to);
            }
        }
    }

    /** Each kind's own list, so that a rare form is drawn as often as one that stands on every page. */
    Map<String, List<Form>> forms() {
        return forms;
    }

    Set<String> paths() {
        return paths;
    }
}
