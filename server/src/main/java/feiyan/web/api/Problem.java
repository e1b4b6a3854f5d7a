package feiyan.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why something was not done, as RFC 9457 has it. Programs go by {@code code}; the words are for people. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String next,
        String code,
        URI instance,
        @Nullable List<Wrong> errors) {

    /** One field that has to be put right. */
    public record Wrong(String field, String code, String message) {}
}
