package feiyan.web;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.CollectionFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.util.StringUtils;

/**
 * Several things ticked under one name ({@code team=…&team=…}). An empty one among them is nothing ticked: otherwise it
 * would stand in the list as null, which no list of ours may hold.
 */
class SentLists implements ConditionalGenericConverter {

    private final ConversionService each;

    SentLists(ConversionService each) {
        this.each = each;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(
                new ConvertiblePair(String[].class, Collection.class),
                new ConvertiblePair(String.class, Collection.class));
    }

    /** A list of words may well hold an empty one: a row of which only another column was filled in. */
    @Override
    public boolean matches(TypeDescriptor from, TypeDescriptor to) {
        var element = to.getElementTypeDescriptor();
        return element != null && element.getType() != String.class && element.getType() != Object.class;
    }

    @Override
    public @Nullable Object convert(@Nullable Object sent, TypeDescriptor from, TypeDescriptor to) {
        if (sent == null) {
            return null;
        }
        var texts =
                sent instanceof String[] several ? several : StringUtils.commaDelimitedListToStringArray((String) sent);
        var element = Objects.requireNonNull(to.getElementTypeDescriptor());
        Collection<Object> list = CollectionFactory.createCollection(to.getType(), element.getType(), texts.length);
        Stream.of(texts)
                .filter(text -> !text.isBlank())
                .map(text -> each.convert(text.strip(), TypeDescriptor.valueOf(String.class), element))
                .filter(Objects::nonNull)
                .forEach(list::add);
        return list;
    }
}
