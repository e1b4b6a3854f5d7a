package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteTreeTest {

    private final RouteTree<String> routes = new RouteTree<>();

    @BeforeEach
    void someRoutes() {
        for (var pattern : List.of(
                "/",
                "/orders",
                "/orders/new",
                "/orders/{id}",
                "/orders/{id}/rating",
                "/teams/{id}/rating",
                "/teams/{id:[0-9]+}",
                "/teams/t-{number}",
                "/_static/**",
                "/files/{*rest}")) {
            routes.add(pattern, pattern);
        }
    }

    @Test
    void aPathIsForFewRoutes() {
        assertThat(routes.candidates(List.of())).containsExactly("/");
        assertThat(routes.candidates(List.of("orders"))).containsExactly("/orders");
        assertThat(routes.candidates(List.of("orders", "7", "rating"))).containsExactly("/orders/{id}/rating");
        assertThat(routes.candidates(List.of("nowhere", "7"))).isEmpty();
    }

    @Test
    void wordsAndVariablesBothCount() {
        assertThat(routes.candidates(List.of("orders", "new")))
                .containsExactlyInAnyOrder("/orders/new", "/orders/{id}");
    }

    @Test
    void whatOnlyItsPatternKnowsIsNeverLeftOut() {
        assertThat(routes.candidates(List.of("teams", "t-7")))
                .containsExactlyInAnyOrder("/teams/{id:[0-9]+}", "/teams/t-{number}");
        assertThat(routes.candidates(List.of("_static", "css", "a.css"))).containsExactly("/_static/**");
        assertThat(routes.candidates(List.of("files"))).containsExactly("/files/{*rest}");
    }
}
