package feiyan.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * A moment with its offset, in years of which somebody may speak here: a slip of the finger is told, not reckoned with.
 */
class LikelyMoment extends StdScalarDeserializer<Instant> {

    LikelyMoment() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), json);
        }
        var text = json.getString();
        try {
            var moment = OffsetDateTime.parse(text);
            if (LikelyDay.isLikely(moment.getYear())) {
                return moment.toInstant();
            }
        } catch (DateTimeException noMoment) {
            // told as any other that cannot be
        }
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "no moment");
    }
}
