package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.database.FeiyanTest;
import feiyan.web.api.ApiPath;
import feiyan.web.api.ApiScope;
import feiyan.web.api.NeedsScope;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a page of the orders can do, a machine can do: the same nouns, the same doors. */
@FeiyanTest(properties = "feiyan.jobs=false")
class ApiTwinsTest {

    private static final String ORDERS = "feiyan.orders.web";

    /** Forms without a twin of their own, and what stands in for it. */
    private static final Map<String, String> WITHOUT = Map.of(
            "/orders/new/{id}/what/keeping", "keeps half-typed words while a page is open; a machine sends whole ones",
            "/orders/new/{id}/where/keeping", "as above",
            "/orders/new/{id}/danger", "a page of its own between two steps; calm in the body of /what says the same",
            "/orders/new/{id}/which", "a page of its own between two steps; project in the body of /what says the same",
            "/orders/new/{id}/media", "a form sends both at once; a machine sends each file alone, /photos and /voice",
            "/r/{token}", "the link is the key of somebody without an account; a machine has a token and rates by it");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyFormOfTheOrdersHasItsTwin() {
        var api = posts(ORDERS).stream()
                .filter(ApiPath::is)
                .map(path -> path.substring(ApiPath.V1.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        var forms = posts(ORDERS);
        forms.removeIf(ApiPath::is);
        forms.removeAll(WITHOUT.keySet());
        assertThat(api).containsAll(forms);
    }

    @Test
    void whatIsExcusedIsThereAtAllAndHasNoTwin() {
        var all = posts(ORDERS);
        assertThat(all).containsAll(WITHOUT.keySet());
        assertThat(WITHOUT.keySet()).noneMatch(path -> all.contains(ApiPath.V1 + path));
    }

    @Test
    void everyEndpointNamesAScopeThatATokenCanHave() {
        requestMappingHandlerMapping.getHandlerMethods().forEach((route, endpoint) -> {
            if (route.getPatternValues().stream().anyMatch(ApiPath::is)) {
                var own = endpoint.getMethodAnnotation(NeedsScope.class);
                var scope = own == null
                        ? AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), NeedsScope.class)
                        : own;
                assertThat(scope).as(route.toString()).isNotNull();
                assertThat(ApiScope.find(scope.value())).as(scope.value()).isPresent();
            }
        });
    }

    @Test
    void whatAnswersMachinesStandsUnderTheApiAlone() {
        requestMappingHandlerMapping.getHandlerMethods().forEach((route, endpoint) -> {
            var type = endpoint.getBeanType();
            if (type.getPackageName().startsWith("feiyan")) {
                boolean machine = AnnotatedElementUtils.hasAnnotation(type, RestController.class);
                assertThat(route.getPatternValues()).allMatch(path -> ApiPath.is(path) == machine);
            }
        });
    }

    private TreeSet<String> posts(String pages) {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getPackageName().equals(pages))
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
