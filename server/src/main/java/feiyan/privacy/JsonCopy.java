package feiyan.privacy;

import feiyan.accounts.DataSheet;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The copy as a file for another program; its shape is documented in docs/my-data.md. Written as it is read: one row is
 * in memory at a time.
 */
final class JsonCopy implements DataSheet.Sink, AutoCloseable {

    /** Whoever changes what a name means gives the shape another number; a new name is no change. */
    static final String FORMAT = "feiyan.my-data/1";

    private final JsonGenerator json;

    JsonCopy(JsonMapper mapper, OutputStream out, String county, Instant madeAt) {
        this.json = mapper.createGenerator(out);
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("made_at", madeAt.toString());
        json.writeStringProperty("county", county);
        json.writeObjectPropertyStart("sections");
    }

    @Override
    public void begin(String section) {
        json.writeArrayPropertyStart(section);
    }

    @Override
    public void row(Map<String, @Nullable Object> fields) {
        json.writeStartObject();
        fields.forEach((name, value) -> {
            json.writeName(name);
            value(value);
        });
        json.writeEndObject();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean yes -> json.writeBoolean(yes);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case byte[] content -> json.writeBinary(content);
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(this::value);
                json.writeEndArray();
            }
            case Object words -> json.writeString(words.toString());
        }
    }

    @Override
    public void end() {
        json.writeEndArray();
    }

    @Override
    public void close() {
        json.writeEndObject();
        json.writeEndObject();
        json.close();
    }
}
