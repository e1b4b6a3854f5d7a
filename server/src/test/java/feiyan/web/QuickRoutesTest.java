package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.database.FeiyanTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Every route that the product has is found as Spring itself finds it. */
@FeiyanTest
class QuickRoutesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping quick;

    @Test
    void everyRouteIsFoundAsSpringFindsIt() throws Exception {
        var springs = springs();
        var asked = new ArrayList<String>();
        for (var route : quick.getHandlerMethods().keySet()) {
            for (var pattern : route.getPatternValues()) {
                for (var method : methods(route)) {
                    var path = pattern.replaceAll("\\{[^}]*}", "0197aaaa-0000-7000-8000-000000000001")
                            .replace("*", "x");
                    assertThat(found(quick, method, path))
                            .as("%s %s", method, path)
                            .isEqualTo(found(springs, method, path));
                    asked.add(path);
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(500);
    }

    @Test
    void whatIsNobodysIsFoundByNeither() throws Exception {
        var springs = springs();
        for (var path : List.of("/nowhere", "/api/v1/nowhere", "/orders//rating", "/api/v1/orders/7/rating/")) {
            assertThat(found(quick, "GET", path))
                    .as(path)
                    .isEqualTo(found(springs, "GET", path))
                    .isNull();
        }
    }

    private RequestMappingHandlerMapping springs() {
        var springs = new RequestMappingHandlerMapping();
        springs.setApplicationContext(Objects.requireNonNull(quick.getApplicationContext()));
        springs.setPatternParser(quick.getPatternParser());
        quick.getHandlerMethods()
                .forEach((route, method) -> springs.registerMapping(route, method.getBean(), method.getMethod()));
        return springs;
    }

    private static List<String> methods(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(RequestMethod::name).toList();
    }

    private static @Nullable String found(RequestMappingHandlerMapping routes, String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.addHeader("Accept", "*/*");
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var chain = routes.getHandler(request);
            if (chain == null) {
                return null;
            }
            var handler = (HandlerMethod) chain.getHandler();
            return handler.getMethod() + " by " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                    + " with " + request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        } catch (Exception refused) {
            return refused.getClass().getSimpleName();
        }
    }
}
