package feiyan.audit.web;

import feiyan.audit.AuditLine;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says the codes of the audit in the reader's language; one that no bundle knows stands as it is. */
@Component
class AuditWords {

    /** What a sensitive view shows; the form offers these. */
    static final List<String> FIELDS = List.of("phone", "address", "content", "rating_link", "consents", "correction");

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Who did what, in one line. */
    public String what(AuditLine line) {
        var who = line.who() == null ? word("audit.nobody", "") : line.who();
        return who + word("audit.did", " ") + kind(line.kind());
    }

    public String kind(String code) {
        return word("audit.kind." + code, code);
    }

    public String fields(List<String> codes) {
        return codes.stream().map(this::field).collect(Collectors.joining(word("audit.and", ", ")));
    }

    /** Some are of the form {@code words:12}. */
    private String field(String code) {
        var parts = code.split(":", 2);
        var said = word("audit.field." + parts[0], parts[0]);
        return parts.length == 1 ? said : said + " " + parts[1];
    }

    public String subject(String table) {
        return word("audit.subject." + table, table);
    }

    public String reason(String code) {
        return word("audit.reason." + code, code);
    }

    String word(String key, String otherwise) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()), otherwise);
    }
}
