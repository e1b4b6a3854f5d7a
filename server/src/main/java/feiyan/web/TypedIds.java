package feiyan.web;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/** Lets a page take {@code @PathVariable OrderId id}: any record around one {@link UUID}. Not a UUID: not found. */
class TypedIds implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Record.class));
    }

    @Override
    public boolean matches(TypeDescriptor from, TypeDescriptor to) {
        var parts = to.getType().getRecordComponents();
        return parts != null && parts.length == 1 && parts[0].getType() == UUID.class;
    }

    @Override
    public @Nullable Object convert(@Nullable Object text, TypeDescriptor from, TypeDescriptor to) {
        if (text == null || text.toString().isBlank()) {
            return null;
        }
        return BeanUtils.instantiateClass(constructor(to.getType()), UUID.fromString(text.toString()));
    }

    private static java.lang.reflect.Constructor<?> constructor(Class<?> id) {
        try {
            return id.getDeclaredConstructor(UUID.class);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
