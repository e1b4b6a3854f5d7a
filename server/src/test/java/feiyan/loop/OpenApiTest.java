package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.GeneratedDoc;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.api.ApiPath;
import feiyan.web.api.ApiScope;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API says all about itself, and nothing changes without its recorded copy. */
@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvcTester web;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    JsonNode api;

    @BeforeAll
    void read() throws Exception {
        var answer = web.get().uri("/v3/api-docs").exchange();
        assertThat(answer).hasStatusOk();
        api = JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    @Test
    void isWhatIsRecorded() throws Exception {
        var fresh = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(api) + "\n";
        GeneratedDoc.holds("openapi.json", fresh);
    }

    @Test
    void everyRouteIsInIt() {
        var routes = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(OpenApiTest::routes)
                .toList();
        var described = api.path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
        assertThat(described).isNotEmpty().containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void everyOperationSaysWhatItDoesWhatItNeedsAndHowItFails() {
        var silent = new ArrayList<String>();
        operations().forEach(operation -> {
            var id = operation.path("operationId").asString("?");
            if (operation.path("summary").asString("").isBlank()
                    || operation.path("description").asString("").isBlank()) {
                silent.add(id + " says nothing");
            }
            if (ApiScope.find(operation.path("x-scope").asString("")).isEmpty()) {
                silent.add(id + " has no known scope");
            }
            for (var parameter : operation.path("parameters")) {
                if (parameter.path("description").asString("").isBlank()) {
                    silent.add(id + " parameter " + parameter.path("name").asString());
                }
            }
            assertThat(operation.path("responses").propertyNames())
                    .as(id)
                    .contains("401", "403", "429", "500")
                    .anyMatch(status -> status.startsWith("2"));
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void everySchemaAndFieldIsDescribedAndNoneIsFromInside() {
        var silent = new ArrayList<String>();
        for (var schema : api.path("components").path("schemas").properties()) {
            if (schema.getValue().path("description").asString("").isBlank()) {
                silent.add(schema.getKey() + "=");
            }
            for (var field : schema.getValue().path("properties").properties()) {
                if (field.getValue().path("description").asString("").isBlank()) {
                    silent.add(schema.getKey() + "." + field.getKey() + "=");
                }
            }
        }
        assertThat(silent).as("to be said in resources/openapi").isEmpty();
        assertThat(api.path("components").path("schemas").propertyNames())
                .noneMatch(name -> name.endsWith("Id")
                        || name.startsWith("Outcome")
                        || name.startsWith("Optional")
                        || name.equals("Actor"));
    }

    @Test
    void operationsAreKnownByIdsOfTheirOwn() {
        assertThat(operations().map(operation -> operation.path("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    private static Stream<String> routes(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .filter(ApiPath::is)
                .map(path -> path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                .flatMap(path ->
                        route.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
    }

    private Stream<JsonNode> operations() {
        return api.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }
}
