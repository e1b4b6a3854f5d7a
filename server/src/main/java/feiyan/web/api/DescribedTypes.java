package feiyan.web.api;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How our types stand in the description: a typed id is a UUID, and a record goes by its simple name, which therefore
 * no two may share.
 */
@Component
class DescribedTypes implements ModelConverter {

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>(Map.of(
            Problem.class.getSimpleName(), Problem.class, Problem.Wrong.class.getSimpleName(), Problem.Wrong.class));

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        var raw = raw(type);
        if (raw != null && raw.isRecord() && isId(raw)) {
            return new Schema<String>()
                    .types(new LinkedHashSet<>(Set.of("string")))
                    .format("uuid");
        }
        if (raw != null && raw.isRecord() && raw.getPackageName().startsWith("feiyan")) {
            known(raw);
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static @Nullable Class<?> raw(AnnotatedType type) {
        if (type.getType() == null) {
            return null;
        }
        JavaType read = Json31.mapper().constructType(type.getType());
        return read.getRawClass();
    }

    private static boolean isId(Class<?> type) {
        var parts = type.getRecordComponents();
        return parts.length == 1
                && parts[0].getType() == UUID.class
                && parts[0].getName().equals("value");
    }

    private void known(Class<?> type) {
        var other = records.putIfAbsent(type.getSimpleName(), type);
        if (other != null && other != type) {
            throw new IllegalStateException("two schemas of one name: " + other.getName() + " and " + type.getName());
        }
    }

    /** What must be in the JSON of a schema, as its record says. */
    Optional<List<String>> required(String schema) {
        return Optional.ofNullable(records.get(schema))
                .map(type -> Arrays.stream(type.getRecordComponents())
                        .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(java.lang.reflect.RecordComponent::getName)
                        .toList());
    }
}
