package feiyan.web.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Gives each schema, field and parameter its words, and says what must be there. */
@Component
class DescribedSchemas implements GlobalOpenApiCustomizer {

    private final ApiWords words;
    private final DescribedTypes types;

    DescribedSchemas(ApiWords words, DescribedTypes types) {
        this.words = words;
        this.types = types;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().getSchemas().forEach(this::describe);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(this::describe);
    }

    private void describe(String name, Schema<?> schema) {
        words.schema(name).ifPresent(schema::setDescription);
        if (name.startsWith("Slice")) {
            schema.setDescription("A part of a list; next is there where more follows.");
            schema.setRequired(new ArrayList<>(List.of("items")));
        } else {
            types.required(name).map(ArrayList::new).ifPresent(schema::setRequired);
        }
        fields(schema).forEach((field, said) -> words.field(name, field).ifPresent(said::setDescription));
    }

    @SuppressWarnings("rawtypes")
    private static Map<String, Schema> fields(Schema<?> schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }

    private void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getDescription() == null)
                    .forEach(this::describe);
        }
    }

    private void describe(Parameter parameter) {
        words.field("Parameter", parameter.getName()).ifPresent(parameter::setDescription);
    }
}
