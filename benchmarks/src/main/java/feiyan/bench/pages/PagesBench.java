package feiyan.bench.pages;

import feiyan.bench.dispatch.Words;
import feiyan.bench.served.Morning;
import feiyan.bench.served.Served;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** {@code ./bench pages}: what each page for phones weighs and when its first word is there, on a slow phone's line. */
public final class PagesBench {

    public static final String USAGE = "./bench pages [--data FOLDER of a demo that was made before]";

    /** Of the resident's pages, on the wire. */
    private static final long FIRST_MOST = 60_000;

    private static final long AGAIN_MOST = 10_000;

    private final String address;
    private final PrintStream out;

    private PagesBench(String address, PrintStream out) {
        this.address = address;
        this.out = out;
    }

    private record Weighed(PhonePage page, Visit first, Visit again) {

        String json() {
            return "\"%s\":{\"first_bytes\":%d,\"first_requests\":%d,\"first_paint_ms\":%d,\"photo_bytes\":%d,\"again_bytes\":%d,\"again_requests\":%d,\"again_paint_ms\":%d}"
                    .formatted(
                            page.name().toLowerCase(Locale.ROOT),
                            first.bytes(),
                            first.requests(),
                            first.firstPaintMillis(),
                            first.photoBytes(),
                            again.bytes(),
                            again.requests(),
                            again.firstPaintMillis());
        }

        boolean isLight() {
            return !page.isBounded() || (first.bytes() <= FIRST_MOST && again.bytes() <= AGAIN_MOST);
        }
    }

    public static void run(List<String> given, PrintStream out) {
        var words = Words.of(given, Set.of("--data"), Set.of(), USAGE);
        try {
            var spare = Files.createTempDirectory("feiyan-bench");
            var data = words.has("--data") ? Path.of(words.flags().get("--data")) : spare.resolve("data");
            try (var served = Served.start(data, List.of("--feiyan.clock.ahead=" + Morning.ahead()))) {
                new PagesBench(served.untilDemo().address(), out).weigh();
            } finally {
                FileSystemUtils.deleteRecursively(spare);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void weigh() throws IOException, InterruptedException {
        out.printf(
                "%d kbit/s, %d ms, processor %d times slower%n",
                Phone.KBIT_A_SECOND, Phone.LATENCY_MILLIS, Phone.CPU_SLOWER);
        out.printf("%-17s %32s %32s%n", "", "first visit", "second visit");
        out.printf(
                "%-17s %10s %10s %10s %10s %10s %10s %10s%n",
                "page", "bytes", "requests", "paint ms", "bytes", "requests", "paint ms", "photos");
        var pages = new ArrayList<Weighed>();
        try (var chromium = new Chromium()) {
            var story = new Story(address);
            for (var page : PhonePage.values()) {
                var weighed = weigh(page, story, chromium);
                pages.add(weighed);
                row(weighed);
            }
        }
        var light = pages.stream().allMatch(Weighed::isLight);
        out.printf(
                "{%s,\"within_bounds\":%s}%n",
                String.join(",", pages.stream().map(Weighed::json).toList()), light);
    }

    private Weighed weigh(PhonePage page, Story story, Chromium chromium) throws IOException, InterruptedException {
        var path = page.path(story);
        try (var phone = chromium.phone()) {
            for (var cookie : page.scout(story).cookies().entrySet()) {
                phone.keepCookie(address, cookie.getKey(), cookie.getValue());
            }
            return new Weighed(page, visit(phone, page, path), visit(phone, page, path));
        }
    }

    private Visit visit(Phone phone, PhonePage page, String path) throws IOException, InterruptedException {
        var visit = phone.visit(address + path);
        page.mustBe(phone.screen(), path);
        return visit;
    }

    private void row(Weighed page) {
        out.printf(
                "%-17s %10d %10d %10d %10d %10d %10d %10d%n",
                page.page(),
                page.first().bytes(),
                page.first().requests(),
                page.first().firstPaintMillis(),
                page.again().bytes(),
                page.again().requests(),
                page.again().firstPaintMillis(),
                page.first().photoBytes());
    }
}
