package feiyan.access;

import feiyan.access.Requests.Field;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A machine's command: the version it saw, a key of its own, and the rest as JSON. */
final class ApiBody {

    private static final JsonMapper JSON = new JsonMapper();

    private ApiBody() {}

    /** {@code name:} says that the value is JSON already: a number, a list. */
    static void into(MockHttpServletRequestBuilder request, List<Field> fields, Things things) {
        request.header("Idempotency-Key", UUID.randomUUID().toString());
        var body = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = things.read(field.value());
            if (field.name().equals("version")) {
                request.header(HttpHeaders.IF_MATCH, '"' + value + '"');
            } else if (field.name().contains("/")) {
                request.contentType(field.name()).content(Base64.getDecoder().decode(value));
            } else if (field.name().endsWith(":")) {
                body.put(field.name().substring(0, field.name().length() - 1), JSON.readTree(things.readWithin(value)));
            } else {
                body.put(field.name(), value);
            }
        }
        if (!body.isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsBytes(body));
        }
    }
}
