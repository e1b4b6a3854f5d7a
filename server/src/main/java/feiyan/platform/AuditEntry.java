package feiyan.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of what was seen or done, in the form that its keyed hash is made of. The form must stay as it is for as long
 * as rows are kept: another one begins with another number.
 */
public record AuditEntry(
        Source source,
        UUID id,
        Instant at,
        @Nullable UUID actor,
        String kind,
        @Nullable String subject,
        @Nullable UUID subjectId,
        List<String> fields,
        @Nullable String reason,
        @Nullable UUID unit) {

    /** Which table it stands in: {@code sensitive_view} or {@code audit_act}. */
    public enum Source {
        VIEW,
        ACT
    }

    /** The kind of each view; of an act it is its own. */
    public static final String VIEWED = "view";

    private static final byte FORM = 1;

    public AuditEntry {
        // As the database keeps it, or the hash of what is read would differ from that of what was written.
        at = at.truncatedTo(ChronoUnit.MICROS);
        fields = List.copyOf(fields);
    }

    /** Unambiguous: each part with its length, so that nothing can move from one part into the next. */
    public byte[] canonical(CountyId county) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeLong(county.value());
            out.writeByte(source.ordinal());
            id(out, id);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            id(out, actor);
            text(out, kind);
            text(out, subject);
            id(out, subjectId);
            out.writeInt(fields.size());
            for (var field : fields) {
                text(out, field);
            }
            text(out, reason);
            id(out, unit);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static void id(DataOutputStream out, @Nullable UUID id) throws IOException {
        out.writeBoolean(id != null);
        if (id != null) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        var bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
        out.writeInt(text == null ? -1 : bytes.length);
        out.write(bytes);
    }
}
