package feiyan.hostile;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/** What must not be, each kind once with its first example; and how often which status was the answer. */
final class Findings {

    /** What a program says of itself when it breaks. */
    private static final List<String> FROM_INSIDE = List.of(
            "java.lang.",
            "java.util.",
            "org.springframework",
            "org.thymeleaf",
            "PSQLException",
            "org.postgresql",
            "\tat ",
            "Caused by:",
            "SQLState",
            "Whitelabel");

    /** Behind the sign-in the address asked for may stand as a word; the way itself leads to this house alone. */
    private static final Pattern ELSEWHERE = Pattern.compile("^(?:https?:)?[/\\\\]{2}(?!localhost[:/])");

    /** Of a finding so much is told: of the answer, and of what was sent. */
    private static final int TOLD = 400;

    private static final int SENT = 1_200;

    private final Map<String, String> found = new ConcurrentSkipListMap<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

    /** @param sent what it was the answer to, with whatever else helps to see why */
    void add(String what, HttpResponse<String> answer, String sent) {
        found.putIfAbsent(
                what, "%d: %s%nto %s".formatted(answer.statusCode(), cut(told(answer), TOLD), cut(sent, SENT)));
    }

    /** What the page says of it: of a fault also the id under which the log has it. */
    private static String told(HttpResponse<String> answer) {
        var page = Sitting.page(answer);
        var told = page.select("#what-happened");
        return told.isEmpty() ? page.text() : told.text();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }

    /** Holds for every answer to everybody. */
    void check(String route, String sent, HttpResponse<String> answer) {
        statuses.computeIfAbsent(answer.statusCode(), none -> new LongAdder()).increment();
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= 500) {
            add("a fault " + answer.statusCode() + " at " + route, answer, sent);
        }
        FROM_INSIDE.stream()
                .filter(answer.body()::contains)
                .forEach(word -> add("“" + word.strip() + "” is shown at " + route, answer, sent));
        if (type.startsWith("text/html")) {
            Poison.LIVE.stream()
                    .filter(answer.body()::contains)
                    .forEach(live -> add("“" + live + "” comes out alive at " + route, answer, sent));
        }
        headers(route, sent, answer);
    }

    private void headers(String route, String sent, HttpResponse<String> answer) {
        var headers = answer.headers();
        if (headers.firstValue("X-Zq9k").isPresent()) {
            add("a header was smuggled in at " + route, answer, sent);
        }
        if (!headers.firstValue("X-Content-Type-Options").orElse("").equals("nosniff")) {
            add("no nosniff at " + route, answer, sent);
        }
        if (headers.firstValue("Content-Security-Policy").isEmpty()) {
            add("no content policy at " + route, answer, sent);
        }
        headers.firstValue("Location")
                .filter(to -> ELSEWHERE.matcher(to).find())
                .ifPresent(to -> add("is led away from " + route, answer, sent));
    }

    Map<String, String> found() {
        return found;
    }

    Map<Integer, Long> statuses() {
        var counts = new TreeMap<Integer, Long>();
        statuses.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }

    /** Of all answers, those with one of these. */
    double share(List<Integer> chosen) {
        var all = statuses();
        return (double) chosen.stream()
                        .mapToLong(status -> all.getOrDefault(status, 0L))
                        .sum()
                / count();
    }

    long count() {
        return statuses.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
