package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.database.FeiyanTest;
import feiyan.web.api.ApiScope;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a person can do with a form, a machine can do with the same address behind {@code /api/v1}. */
@FeiyanTest(properties = "feiyan.jobs=false")
class ServingTwinsTest {

    private static final String API = "/api/v1";
    private static final Set<String> MODULES =
            Set.of("dispatch", "attendance", "volunteers", "units", "menu", "calendar", "messages", "exchange");

    /** Forms without an address of their own behind the API, each with its reason. */
    private static final Map<String, String> WITHOUT = Map.of(
            "/check-in", "the camera's page of /seats/{}/check-in, which takes scanned",
            "/my-day/offers/{}/acceptance", "the day's button for /offers/{}/acceptance",
            "/my-day/offers/{}/refusal", "the day's button for /offers/{}/refusal",
            "/founding/{}", "there is nobody yet whose token it could be",
            "/invitations/{}/{}", "makes an account for who holds the link; a token has one",
            "/admin/units/{}/invitations", "its answer opens an account: a person hands it over, never a token",
            "/admin/staff/{}/password-link", "its answer opens an account: a person hands it over, never a token",
            "/admin/sign-ins", "signs somebody out: a person recognised who asked, no token can",
            "/admin/staff/{}/lost-authenticator", "takes a lock off: a person recognised who asked, no token can");

    private static final String SECRET = "takes a secret that a person knows; whoever holds a token may not know it";
    private static final String SIGN_IN = "signs a person in by a session; a machine shows its token each time";
    private static final String STAYS = "ends sessions; a stolen token would sign out who could revoke it";
    private static final String TOKENS = "makes or revokes what a machine is: no token lives on by another";

    /** How people sign in and what they sign in with: none of it is for a machine, each for its reason. */
    private static final Map<String, String> OF_PEOPLE_ALONE = Map.ofEntries(
            Map.entry("/sign-in", SIGN_IN),
            Map.entry("/sign-in/code", SIGN_IN),
            Map.entry("/sign-in/new-code", SIGN_IN),
            Map.entry("/sign-in/who", SIGN_IN),
            Map.entry("/sign-in/claimed", SECRET),
            Map.entry("/sign-in/claimed/not-mine", SIGN_IN),
            Map.entry("/staff/sign-in", SECRET),
            Map.entry("/staff/sign-in/number", SECRET),
            Map.entry("/staff/totp", SECRET),
            Map.entry("/password-reset/{}", SECRET),
            Map.entry("/sessions/password", SECRET),
            Map.entry("/sessions/{}/end", STAYS),
            Map.entry("/sessions/end-others", STAYS),
            Map.entry("/tokens", TOKENS),
            Map.entry("/tokens/{}/revocation", TOKENS));

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void eachFormHasItsTwin() {
        var forms = posts(path -> !path.startsWith("/api/"));
        var twins = posts(path -> path.startsWith(API)).stream()
                .map(path -> path.substring(API.length()))
                .collect(Collectors.toSet());
        var missing = new TreeSet<>(forms);
        missing.removeAll(twins);
        assertThat(missing).isEqualTo(new TreeSet<>(WITHOUT.keySet()));
        assertThat(forms).hasSizeGreaterThan(60);
    }

    @Test
    void howPeopleSignInIsForNoMachine() {
        assertThat(posts(Set.of("accounts"), path -> true)).isEqualTo(OF_PEOPLE_ALONE.keySet());
    }

    private Set<String> posts(Predicate<String> which) {
        return posts(MODULES, which);
    }

    private Set<String> posts(Set<String> modules, Predicate<String> which) {
        return routes(modules)
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .filter(which)
                .map(path -> path.replaceAll("\\{[^}]*}", "{}"))
                .collect(Collectors.toSet());
    }

    private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> routes(Set<String> modules) {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> modules.contains(module(route.getValue())));
    }

    private static String module(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().split("\\.", -1)[1];
    }

    @Test
    void eachEndpointSaysWhatItDoesAndWhichScopeItNeeds() {
        var known = Stream.of(ApiScope.values()).map(ApiScope::written).toList();
        List<HandlerMethod> endpoints = routes(MODULES)
                .filter(route -> route.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith(API)))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(80).allSatisfy(endpoint -> {
            assertThat(endpoint.getMethodAnnotation(Operation.class)).isNotNull();
            var scope = endpoint.getMethodAnnotation(NeedsScope.class);
            assertThat(known).contains(Objects.requireNonNull(scope).value());
        });
    }
}
