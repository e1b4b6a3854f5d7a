package feiyan.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sends one form in a way that its page would not. */
final class FormAttack {

    /** Believed by whoever binds whatever comes. */
    private static final List<String> UNASKED = List.of(
            "county",
            "countyId",
            "actor",
            "actor.person",
            "person",
            "role",
            "unit",
            "id",
            "version",
            "class.classLoader",
            "_method",
            "__proto__[x]",
            "dispatcherName",
            "redirect",
            "next",
            "view");

    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "text/xml",
            "application/octet-stream",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded; charset=no-such",
            "/",
            "text/html; charset=utf-7");

    private final Sitting sitting;
    private final Findings findings;
    private final RandomGenerator luck;
    private final TypingKept typing;

    FormAttack(Sitting sitting, Findings findings, RandomGenerator luck) {
        this.sitting = sitting;
        this.findings = findings;
        this.luck = luck;
        this.typing = new TypingKept(findings);
    }

    void send(Form form) throws IOException, InterruptedException {
        switch (luck.nextInt(20)) {
            case 0 -> withoutToken(form);
            case 1 -> withUnaskedFields(form);
            case 2 -> ofWrongType(form);
            case 3 -> toAnotherPlace(form);
            case 4 -> withFieldsMissingOrTwice(form);
            case 5, 6 -> withAllFieldsPoisoned(form);
            default -> withOneFieldPoisoned(form);
        }
    }

    private void withOneFieldPoisoned(Form form) throws IOException, InterruptedException {
        var fields = plausible(form);
        var names =
                fields.keySet().stream().filter(name -> !name.equals("_csrf")).toList();
        if (names.isEmpty()) {
            submit(form, fields);
            return;
        }
        var name = names.get(luck.nextInt(names.size()));
        fields.put(name, Poison.any(luck));
        submit(form, fields);
    }

    private void withAllFieldsPoisoned(Form form) throws IOException, InterruptedException {
        var fields = plausible(form);
        fields.replaceAll((name, value) -> name.equals("_csrf") ? value : Poison.any(luck));
        submit(form, fields);
    }

    private void withFieldsMissingOrTwice(Form form) throws IOException, InterruptedException {
        var fields = plausible(form);
        fields.keySet().removeIf(name -> !name.equals("_csrf") && luck.nextBoolean());
        var once = encoded(fields);
        var body = luck.nextBoolean() ? once : once + "&" + once;
        judge(form, body, send(form.action(), "application/x-www-form-urlencoded", body, form.method()));
    }

    private void withUnaskedFields(Form form) throws IOException, InterruptedException {
        var fields = plausible(form);
        UNASKED.forEach(name -> fields.putIfAbsent(name, Poison.any(luck)));
        submit(form, fields);
    }

    /** A page of somebody else's can send a form, but does not know the token. */
    private void withoutToken(Form form) throws IOException, InterruptedException {
        if (!form.method().equalsIgnoreCase("post")) {
            return;
        }
        var fields = plausible(form);
        if (luck.nextBoolean()) {
            fields.remove("_csrf");
        } else {
            fields.put("_csrf", Poison.any(luck) + "x");
        }
        var answer = submit(form, fields);
        if (answer.statusCode() != 403 && answer.statusCode() != 400) {
            findings.add("a form without its token was taken at " + form.kind(), answer, encoded(fields));
        }
    }

    private void ofWrongType(Form form) throws IOException, InterruptedException {
        var type = TYPES.get(luck.nextInt(TYPES.size()));
        var body = type.contains("boundary")
                ? "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token(form)
                        + "\r\n--x\r\nContent-Disp"
                : "{\"_csrf\":\"" + token(form) + "\",\"" + Poison.MARK + "\":";
        try {
            judge(form, type + "\n" + body, send(form.action(), type, body, form.method()));
        } catch (IOException hungUp) {
            // The container may hang up on whose request has no end: it then ends its own answer no better.
            if (!type.startsWith("multipart")) {
                throw hungUp;
            }
        }
    }

    /** Somebody else's, nobody's, or no thing at all where the address names one. */
    private void toAnotherPlace(Form form) throws IOException, InterruptedException {
        var parts = form.action().split("/", -1);
        var at = 1 + luck.nextInt(Math.max(1, parts.length - 1));
        if (at < parts.length) {
            var poison = Poison.any(luck);
            parts[at] = Sitting.encoded(poison.length() > 1_000 ? poison.substring(0, 1_000) : poison);
        }
        var body = encoded(plausible(form));
        judge(
                form,
                String.join("/", parts),
                send(String.join("/", parts), "application/x-www-form-urlencoded", body, form.method()));
    }

    private HttpResponse<String> submit(Form form, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = encoded(fields);
        var answer = form.multipart()
                ? send(form.action(), "multipart/form-data; boundary=zz", multipart(fields), form.method())
                : send(form.action(), "application/x-www-form-urlencoded", body, form.method());
        judge(form, body, answer);
        typing.judge(form, fields, answer);
        return answer;
    }

    private HttpResponse<String> send(String action, String type, String body, String method)
            throws IOException, InterruptedException {
        if (method.equalsIgnoreCase("get")) {
            var query = body.length() > 4_000 ? body.substring(0, 4_000).replaceAll("%.?$", "") : body;
            boolean plain = type.endsWith("urlencoded");
            return sitting.get(action.split("\\?", 2)[0] + (plain ? "?" + query : ""));
        }
        return sitting.send(
                sitting.request(action).header("Content-Type", type).POST(BodyPublishers.ofString(body, UTF_8)));
    }

    private void judge(Form form, String sent, HttpResponse<String> answer) {
        findings.check(form.kind(), sitting.who() + " sent " + form.action() + "\n" + sent, answer);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> Sitting.encoded(each.getKey()) + "=" + Sitting.encoded(each.getValue()))
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
    }

    private static String multipart(Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--zz\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return body.append("--zz--\r\n").toString();
    }

    /** Empty text fields get some words, so that the attack gets past the first question. */
    private Map<String, String> plausible(Form form) {
        var fields = new LinkedHashMap<>(form.filled());
        form.typed()
                .forEach(name -> fields.computeIfPresent(name, (same, value) -> value.isEmpty() ? words(name) : value));
        return fields;
    }

    private static String words(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).contains("phone") ? "13655551234" : "想请人理发";
    }

    private static @Nullable String token(Form form) {
        return form.filled().get("_csrf");
    }
}
