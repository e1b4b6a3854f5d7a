package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Onto which the modules write what they hold about a person. Rows go straight from the database to the copy: however
 * much somebody has done, a few rows are in memory at a time.
 */
public final class DataSheet {

    private static final int AT_ONCE = 100;

    /** Where the rows go: a JSON file, a document. */
    public interface Sink {

        void begin(String section);

        void row(Map<String, @Nullable Object> fields);

        void end();
    }

    private final CountyId county;
    private final PersonId person;
    private final @Nullable Phone phone;
    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Sink sink;

    DataSheet(CountyId county, PersonId person, @Nullable Phone phone, JdbcClient jdbc, FieldCipher cipher, Sink sink) {
        this.county = county;
        this.person = person;
        this.phone = phone;
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.sink = sink;
    }

    /**
     * One section: a row for each row of the query, a field for each of its columns under its label.
     *
     * @param sql takes {@code :county} and {@code :person}
     * @param sealed the columns to be opened; sealed bytes that are not named here never leave
     */
    public void rows(String section, String sql, Sealed... sealed) {
        write(section, asked(sql), sealed);
    }

    /**
     * As {@link #rows}, of what is known by the person's number alone.
     *
     * @param key the keyed hash under which the module knows a number: {@code :key}
     */
    public void rowsByPhone(String section, String sql, Function<Phone, byte[]> key, Sealed... sealed) {
        write(section, asked(sql).param("key", phone == null ? new byte[0] : key.apply(phone)), sealed);
    }

    private StatementSpec asked(String sql) {
        return jdbc.sql(sql)
                .withFetchSize(AT_ONCE)
                .param("county", county.value())
                .param("person", person.value());
    }

    private void write(String section, StatementSpec asked, Sealed... sealed) {
        var opened = new HashMap<String, Sealed>();
        for (var one : sealed) {
            opened.put(one.label(), one);
        }
        sink.begin(section);
        asked.query((RowCallbackHandler) row -> sink.row(fields(row, opened)));
        sink.end();
    }

    private Map<String, @Nullable Object> fields(ResultSet row, Map<String, Sealed> sealed) throws SQLException {
        var columns = row.getMetaData();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            var label = columns.getColumnLabel(at);
            var how = sealed.get(label);
            fields.put(label, how == null ? Plain.value(row, at) : opened(row, how));
        }
        return fields;
    }

    private @Nullable Object opened(ResultSet row, Sealed how) throws SQLException {
        var bytes = row.getBytes(how.label());
        if (bytes == null) {
            return null;
        }
        var id = row.getObject(how.row(), UUID.class);
        return how.text()
                ? cipher.open(county, how.column(), id, bytes)
                : cipher.openBytes(county, how.column(), id, bytes);
    }
}
