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
            "/admin/staff/{}/lost-authenticator", "takes a lock off: a person recognised who asked, no token can");

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

    private Set<String> posts(Predicate<String> which) {
        return routes().filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .filter(which)
                .map(path -> path.replaceAll("\\{[^}]*}", "{}"))
                .collect(Collectors.toSet());
    }

    private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> MODULES.contains(module(route.getValue())));
    }

    private static String module(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().split("\\.", -1)[1];
    }

    @Test
    void eachEndpointSaysWhatItDoesAndWhichScopeItNeeds() {
        var known = Stream.of(ApiScope.values()).map(ApiScope::written).toList();
        List<HandlerMethod> endpoints = routes().filter(
                        route -> route.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith(API)))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(80).allSatisfy(endpoint -> {
            assertThat(endpoint.getMethodAnnotation(Operation.class)).isNotNull();
            var scope = endpoint.getMethodAnnotation(NeedsScope.class);
            assertThat(known).contains(Objects.requireNonNull(scope).value());
        });
    }
}
