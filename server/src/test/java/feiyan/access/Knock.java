package feiyan.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.access.Requests.Field;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.database.StatementLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One request by one person, answered by the whole application and then taken back: what it did is looked at within the
 * transaction around it, and the next one finds the town as it was.
 */
final class Knock {

    /**
     * @param changed the tables that were written, looked up before it was taken back
     * @param sent the statements it took
     */
    record Answer(Verdict verdict, MockHttpServletResponse response, List<String> changed, List<String> sent) {

        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        /** Whether nobody could tell the two apart: neither by the status nor by the words, ids aside. */
        boolean reads(Answer other) {
            return response.getStatus() == other.response.getStatus() && words().equals(other.words());
        }

        private String words() {
            var page = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
            int main = page.indexOf("<main");
            return ID.matcher(main < 0 ? page : page.substring(main)).replaceAll("id");
        }
    }

    private static final String NOBODY_KNOWS = "01900000-0000-7000-8000-000000000000";

    /** Not fields of the form: when, by whom, and that a statement which fails is to take no other with it. */
    private static final Set<String> MINDED = Set.of("at", "savepoints", "tried");

    private final MockMvc web;
    private final AppClock clock;
    private final Things things;
    private final Digest digest;
    private final TransactionTemplate around;

    Knock(MockMvc web, AppClock clock, Things things, Digest digest, PlatformTransactionManager transactions) {
        this.web = web;
        this.clock = clock;
        this.things = things;
        this.digest = digest;
        this.around = new TransactionTemplate(transactions);
    }

    Answer at(Route route, List<Field> fields, Pass pass) {
        return sent(route, fields, request(route, fields, pass).with(csrf()));
    }

    /** As a foreign page would send it. */
    Answer withoutToken(Route route, List<Field> fields, Pass pass) {
        return sent(route, fields, request(route, fields, pass));
    }

    /** The same for something that never was: each id in the address is another. */
    Answer forNothing(Route route, List<Field> fields, Pass pass) {
        return at(route, fields.stream().map(field -> nothing(route, field)).toList(), pass);
    }

    boolean namesSomething(Route route, List<Field> fields) {
        return fields.stream().anyMatch(field -> !nothing(route, field).equals(field));
    }

    private Field nothing(Route route, Field field) {
        return route.pattern().contains("{" + field.name() + "}")
                        && Ids.parse(things.read(field.value())).isPresent()
                ? new Field(field.name(), NOBODY_KNOWS)
                : field;
    }

    private MockHttpServletRequestBuilder request(Route route, List<Field> fields, Pass pass) {
        var path = route.pattern();
        var rest = new ArrayList<Field>();
        for (var field : fields) {
            var place = field.name().equals("**") ? "**" : "{" + field.name() + "}";
            if (path.contains(place)) {
                path = path.replace(place, things.read(field.value()));
            } else if (!MINDED.contains(field.name())) {
                rest.add(field);
            }
        }
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), path);
        pass.on(request);
        if (route.isApi() && route.writes()) {
            ApiBody.into(request, rest, things);
        } else {
            rest.forEach(field -> request.param(field.name(), things.read(field.value())));
        }
        return request;
    }

    private Answer sent(Route route, List<Field> fields, MockHttpServletRequestBuilder request) {
        var moment = moment(fields);
        return moment == null
                ? takenBack(route, fields, request)
                : clock.at(moment, () -> takenBack(route, fields, request));
    }

    /** When it is sent; null for now. */
    @Nullable
    Instant moment(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.name().equals("at"))
                .map(field -> Instant.parse(things.read(field.value())))
                .findFirst()
                .orElse(null);
    }

    private Answer takenBack(Route route, List<Field> fields, MockHttpServletRequestBuilder request) {
        var answer = around.execute(status -> {
            status.setRollbackOnly();
            digest.savepoints(fields.stream().anyMatch(field -> field.name().equals("savepoints")));
            return answered(route, request);
        });
        return Objects.requireNonNull(answer);
    }

    private Answer answered(Route route, MockHttpServletRequestBuilder request) {
        var answered = new MockHttpServletResponse[1];
        var sent = StatementLog.during(() -> answered[0] = performed(route, request));
        var changed = digest.changed(sent);
        return new Answer(verdict(route, answered[0], changed), answered[0], changed, sent);
    }

    private MockHttpServletResponse performed(Route route, MockHttpServletRequestBuilder request) {
        try {
            return web.perform(request).andReturn().getResponse();
        } catch (Exception failure) {
            throw new IllegalStateException(route.toString(), failure);
        }
    }

    private static Verdict verdict(Route route, MockHttpServletResponse response, List<String> changed) {
        var to = response.getHeader("Location");
        return switch (response.getStatus()) {
            case 200, 201, 202, 204 -> Verdict.DONE;
            case 302, 303 ->
                to != null && to.startsWith("/sign-in?next=")
                        ? Verdict.SIGN_IN
                        : route.writes() && changed.isEmpty() ? Verdict.ONWARD : Verdict.DONE;
            case 401 -> Verdict.SIGN_IN;
            case 403, 409, 412, 422 -> Verdict.REFUSED;
            case 404 -> Verdict.NOT_THERE;
            default -> Verdict.MALFORMED;
        };
    }
}
