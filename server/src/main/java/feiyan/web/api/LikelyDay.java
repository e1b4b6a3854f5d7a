package feiyan.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** A day in a year of which somebody may speak here: of birth, of a certificate's end. */
class LikelyDay extends StdScalarDeserializer<LocalDate> {

    private static final int FIRST = 1880;
    private static final int LAST = 2199;

    LikelyDay() {
        super(LocalDate.class);
    }

    static boolean isLikely(int year) {
        return year >= FIRST && year <= LAST;
    }

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(getValueType(context), json);
        }
        var text = json.getString();
        try {
            var day = LocalDate.parse(text);
            if (isLikely(day.getYear())) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // told as any other that cannot be
        }
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
    }
}
