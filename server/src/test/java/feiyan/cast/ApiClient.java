package feiyan.cast;

import feiyan.accounts.Accounts;
import feiyan.accounts.ApiTokens;
import feiyan.accounts.SignedIn;
import feiyan.units.Actor;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A machine with somebody's token. Each write carries a new key, unless the test says which. */
public final class ApiClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvcTester web;
    private final String token;

    private ApiClient(MockMvcTester web, String token) {
        this.web = web;
        this.token = token;
    }

    /** With all the scopes that somebody like this can give. */
    public static ApiClient of(ApplicationContext house, MockMvcTester web, Actor actor) {
        return new ApiClient(web, token(house, actor, ApiScope.openTo(standings(actor))));
    }

    /** With these scopes alone: {@code orders:read}. */
    public static ApiClient of(ApplicationContext house, MockMvcTester web, Actor actor, String... scopes) {
        var chosen = Arrays.stream(scopes)
                .map(scope -> ApiScope.find(scope).orElseThrow())
                .toList();
        return new ApiClient(web, token(house, actor, chosen));
    }

    /** With whatever text; good for one that was made elsewhere, or by nobody. */
    public static ApiClient with(MockMvcTester web, String token) {
        return new ApiClient(web, token);
    }

    /** The text of a token of the actor's own, as the page would show it once. */
    public static String token(ApplicationContext house, Actor actor, List<ApiScope> scopes) {
        return house.getBean(ApiTokens.class)
                .make(signedIn(house, actor), standings(actor), "test", Set.copyOf(scopes), 30)
                .orThrow()
                .text();
    }

    public static SignedIn signedIn(ApplicationContext house, Actor actor) {
        var accounts = house.getBean(Accounts.class);
        accounts.openFor(actor.county(), List.of(actor.person()));
        var account = accounts.of(actor.county(), actor.person());
        return new SignedIn(account.orElseThrow(), actor.county().value(), actor.person(), actor.isStaff());
    }

    private static Set<Standing> standings(Actor actor) {
        return actor.isStaff() ? EnumSet.of(Standing.RESIDENT, Standing.STAFF) : EnumSet.of(Standing.RESIDENT);
    }

    public String token() {
        return token;
    }

    public MvcTestResult get(String path, String... headers) {
        return headed(request(HttpMethod.GET, path), headers).exchange();
    }

    /** @param body JSON, or null for a command without any */
    public MvcTestResult post(String path, @Nullable String body) {
        return write(HttpMethod.POST, path, body, UUID.randomUUID().toString(), null);
    }

    /** A command on the version that its sender saw. */
    public MvcTestResult post(String path, int version, @Nullable String body) {
        return write(HttpMethod.POST, path, body, UUID.randomUUID().toString(), version);
    }

    /** As often as a test likes under one key. */
    public MvcTestResult post(String path, @Nullable String body, String key) {
        return write(HttpMethod.POST, path, body, key, null);
    }

    public MvcTestResult write(
            HttpMethod method, String path, @Nullable String body, String key, @Nullable Integer version) {
        var request = request(method, path).header("Idempotency-Key", key);
        if (version != null) {
            request.header(HttpHeaders.IF_MATCH, "\"" + version + "\"");
        }
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    /** For what the other methods do not say: other bodies, other headers. The token is on it. */
    public MockMvcRequestBuilder request(HttpMethod method, String path) {
        return web.method(method).uri(URI.create(path)).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    private static MockMvcRequestBuilder headed(MockMvcRequestBuilder request, String... headers) {
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    /** What the answer says. */
    public static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(body(answer));
    }

    public static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The stable code of a problem. */
    public static String code(MvcTestResult answer) {
        return json(answer).path("code").asString("");
    }

    /** The fields that a problem wants put right. */
    public static List<String> fields(MvcTestResult answer) {
        return json(answer)
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString(""))
                .collect(Collectors.toList());
    }
}
