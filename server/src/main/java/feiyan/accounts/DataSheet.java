package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    private final byte[] phoneKey;
    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Sink sink;

    DataSheet(CountyId county, PersonId person, byte[] phoneKey, JdbcClient jdbc, FieldCipher cipher, Sink sink) {
        this.county = county;
        this.person = person;
        this.phoneKey = phoneKey;
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.sink = sink;
    }

    /**
     * One section: a row for each row of the query, a field for each of its columns under its label.
     *
     * @param sql takes {@code :county} and {@code :person}, and {@code :key}, the person's number as a keyed hash
     * @param sealed the columns to be opened; sealed bytes that are not named here never leave
     */
    public void rows(String section, String sql, Sealed... sealed) {
        var opened = new HashMap<String, Sealed>();
        for (var one : sealed) {
            opened.put(one.label(), one);
        }
        sink.begin(section);
        var statement = jdbc.sql(sql)
                .withFetchSize(AT_ONCE)
                .param("county", county.value())
                .param("person", person.value());
        (sql.contains(":key") ? statement.param("key", phoneKey) : statement)
                .query((RowCallbackHandler) row -> sink.row(fields(row, opened)));
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
