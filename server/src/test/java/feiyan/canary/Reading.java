package feiyan.canary;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.cast.AsActor;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What somebody is sent: bodies and headers, as they are.
 *
 * @param tokens with every scope that their owners can give: what a page may not show, a token may not either
 */
record Reading(MockMvcTester web, Map<Actor, String> tokens) {

    /** Enough to come to the end of each list of the field table's world. */
    private static final int PAGES = 6;

    /** What stands there, and on the further pages of the same list. */
    String of(@Nullable Actor actor, String address) {
        var all = new StringBuilder();
        var onward = Pattern.compile("href=\"(" + Pattern.quote(address) + "\\?[^\"]*)\"");
        var open = new LinkedHashSet<String>();
        var done = new LinkedHashSet<String>();
        open.add(address);
        while (!open.isEmpty() && done.size() < PAGES) {
            var next = open.removeFirst();
            done.add(next);
            var sent = page(actor, next);
            all.append(sent);
            onward.matcher(sent)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> !done.contains(link) && !link.contains("lang="))
                    .forEach(open::add);
        }
        return all.toString();
    }

    /** A stream is read as far as it has come. */
    private String page(@Nullable Actor actor, String address) {
        var request = web.get().uri(URI.create(address));
        return sent((ApiPath.is(address) ? byToken(actor, request) : as(actor, request)).asyncExchange());
    }

    /** Door and telephone, with a reason. */
    String contact(@Nullable Actor actor, Journey journey) {
        var request = web.post()
                .uri("/orders/" + journey.order.value() + "/contact-view")
                .param("why", "The door was not found")
                .with(csrf());
        return sent(as(actor, request).exchange());
    }

    private MockMvcRequestBuilder byToken(@Nullable Actor actor, MockMvcRequestBuilder request) {
        return actor == null ? request : request.header("Authorization", "Bearer " + tokens.get(actor));
    }

    private static MockMvcRequestBuilder as(@Nullable Actor actor, MockMvcRequestBuilder request) {
        return actor == null ? request : request.with(AsActor.of(actor));
    }

    private static String sent(MvcTestResult answer) {
        var response = answer.getResponse();
        var all = new StringBuilder(Spellings.asSent(response.getContentAsByteArray()));
        response.getHeaderNames().forEach(name -> all.append('\n').append(name).append(response.getHeaders(name)));
        return all.toString();
    }
}
