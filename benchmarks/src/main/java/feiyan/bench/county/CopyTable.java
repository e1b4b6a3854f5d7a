package feiyan.bench.county;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for one table in PostgreSQL's binary COPY format, which spares both sides the reading of numbers and times. */
final class CopyTable {

    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int INT4 = 23;

    private final String name;
    private final String columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** @param columns as the rows will have them */
    CopyTable(String name, String columns) {
        this.name = name;
        this.columns = columns;
        begin();
    }

    private void begin() {
        bytes.reset();
        write(() -> {
            out.write(HEADER);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    String name() {
        return name;
    }

    void row(@Nullable Object... values) {
        write(() -> {
            out.writeShort(values.length);
            for (var value : values) {
                value(value);
            }
        });
    }

    private void value(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeInt(-1);
            case Long number -> fixed(Long.BYTES).writeLong(number);
            case Integer number -> fixed(Integer.BYTES).writeInt(number);
            case Boolean flag -> fixed(1).writeBoolean(flag);
            case Double number -> fixed(Double.BYTES).writeDouble(number);
            case Instant at -> fixed(Long.BYTES).writeLong(ChronoUnit.MICROS.between(EPOCH, at));
            case LocalDate day -> fixed(Integer.BYTES).writeInt((int) (day.toEpochDay() - 10_957));
            case UUID id -> id(id);
            case byte[] content -> content(content);
            case String text -> content(text.getBytes(StandardCharsets.UTF_8));
            case int[] numbers -> array(numbers);
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    private DataOutputStream fixed(int length) throws IOException {
        out.writeInt(length);
        return out;
    }

    private void id(UUID id) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private void content(byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }

    /** One dimension, no nulls, from 1 on. */
    private void array(int[] numbers) throws IOException {
        out.writeInt(5 * Integer.BYTES + numbers.length * 2 * Integer.BYTES);
        for (int head : new int[] {1, 0, INT4, numbers.length, 1}) {
            out.writeInt(head);
        }
        for (int number : numbers) {
            fixed(Integer.BYTES).writeInt(number);
        }
    }

    /** Sends what was gathered since the last time. */
    void send(PGConnection database) throws SQLException, IOException {
        out.writeShort(-1);
        var statement = "copy " + name + " (" + columns + ") from stdin (format binary)";
        var copy = database.getCopyAPI().copyIn(statement);
        copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        copy.endCopy();
        begin();
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing work) {
        try {
            work.write();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
