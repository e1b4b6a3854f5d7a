package feiyan.web.api;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.web.PublicPaths;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API: public, since it holds no data and integrators read it before they have a token. */
@Configuration
class ApiDescription {

    private static final Map<Integer, String> PROBLEMS = Map.ofEntries(
            Map.entry(400, "The request is malformed, or has no Idempotency-Key."),
            Map.entry(401, "There is no usable token."),
            Map.entry(403, "The token's scopes or the person's posts do not reach so far."),
            Map.entry(404, "Nothing that the person may see stands here."),
            Map.entry(409, "Refused as things stand; the code says why, next what to do."),
            Map.entry(412, "It has moved on since the version in If-Match."),
            Map.entry(413, "The body is too large."),
            Map.entry(415, "The body has another format than the one taken here."),
            Map.entry(422, "Fields to put right, in errors; or a key that was used for another request."),
            Map.entry(428, "If-Match is missing."),
            Map.entry(429, "Too many requests; Retry-After says how long to wait."),
            Map.entry(500, "Our mistake; nothing was done, and instance has its number."));

    static {
        SpringDocUtils.getConfig()
                .addResponseWrapperToIgnore(Outcome.class)
                .addRequestWrapperToIgnore(Paging.class, CountyId.class)
                .addAnnotationsToIgnore(IfMatch.class);
    }

    @Bean
    OpenAPI openApi() {
        var components = new Components();
        components.addSecuritySchemes(
                "token",
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token that a person made for a purpose on the page /tokens."));
        PROBLEMS.forEach((status, words) -> components.addResponses("Problem" + status, problem(words)));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        return new OpenAPI()
                .info(new Info()
                        .title("Feiyan")
                        .version("1")
                        .description(
                                "Volunteer services ordered, dispatched, served and rated. Start with docs/api.md."))
                .servers(new ArrayList<>(List.of(new Server().url("/").description("This installation"))))
                .components(components);
    }

    private static ApiResponse problem(String words) {
        var body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new ApiResponse()
                .description(words)
                .content(new Content().addMediaType("application/problem+json", body));
    }

    @Bean
    PublicPaths description() {
        return () -> List.of("/v3/api-docs", "/v3/api-docs.yaml", "/developers");
    }
}
