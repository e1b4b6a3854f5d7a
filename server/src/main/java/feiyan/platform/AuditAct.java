package feiyan.platform;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did, or tried to; codes and ids only.
 *
 * @param actor null where nobody known did it: a clock, a wrong password
 * @param subject what it was done to, as its table is named; null with its id where it is nothing in particular
 * @param fields what about it, as codes: the role given, the setting changed
 * @param unit where it was done, if that is not simply where the actor works
 */
public record AuditAct(
        AuditKind kind,
        @Nullable UUID actor,
        @Nullable String subject,
        @Nullable UUID subjectId,
        List<String> fields,
        @Nullable String reason,
        @Nullable UUID unit) {

    public AuditAct {
        fields = List.copyOf(fields);
    }

    public static AuditAct of(AuditKind kind, @Nullable UUID actor) {
        return new AuditAct(kind, actor, null, null, List.of(), null, null);
    }

    public AuditAct to(String table, UUID id) {
        return new AuditAct(kind, actor, table, id, fields, reason, unit);
    }

    public AuditAct with(String... codes) {
        return new AuditAct(kind, actor, subject, subjectId, List.of(codes), reason, unit);
    }

    public AuditAct because(@Nullable String why) {
        return new AuditAct(kind, actor, subject, subjectId, fields, why, unit);
    }

    public AuditAct at(UUID place) {
        return new AuditAct(kind, actor, subject, subjectId, fields, reason, place);
    }
}
