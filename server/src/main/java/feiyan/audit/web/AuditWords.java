package feiyan.audit.web;

import feiyan.accounts.LostBecause;
import feiyan.audit.AuditLine;
import feiyan.platform.AuditKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says the codes of the audit in the reader's language; one that no bundle knows stands as it is. */
@Component
class AuditWords {

    /** What a sensitive view shows; the form offers these. */
    static final List<String> FIELDS = List.of("phone", "address", "content", "rating_link", "consents", "correction");

    private static final Set<String> SIGN_INS = Set.of(AuditKind.SIGN_IN.code(), AuditKind.SIGN_IN_FAILED.code());

    /** Those that have a word of their own. */
    private static final List<String> REASONS = Stream.concat(
                    Stream.of("password", "staff", "text_message", "call_back", "audit"),
                    Arrays.stream(LostBecause.values()).map(LostBecause::code))
            .toList();

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

    /** Why; of a sign-in it is the way. */
    public String because(AuditLine line) {
        var key = SIGN_INS.contains(line.kind()) ? "audit.way" : "audit.because";
        var code = Objects.requireNonNullElse(line.reason(), "");
        return Objects.requireNonNull(messages.getMessage(
                key, new Object[] {word("audit.reason." + code, code)}, LocaleContextHolder.getLocale()));
    }

    /** What an auditor types is what stands on the page; in the rows it is a code. A line of words is as it is. */
    AuditForm coded(AuditForm form) {
        var typed = form.typedReason();
        return typed == null
                ? form
                : form.because(REASONS.stream()
                        .filter(code -> reason(code).startsWith(typed))
                        .findFirst()
                        .orElse(typed));
    }

    public String reason(String code) {
        return word("audit.reason." + code, code);
    }

    String word(String key, String otherwise) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()), otherwise);
    }
}
