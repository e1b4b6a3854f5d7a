package feiyan.platform.database;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a backup says of itself, at its very beginning, so that one that does not fit is refused before anything is
 * written.
 *
 * @param format of the archive itself
 * @param version of Feiyan, as people know it
 * @param schema the last migration that the database has
 * @param postgresql its major version, which the files are bound to
 * @param made when it began
 * @param bytes unpacked, without the WAL
 * @param keys without which nothing sealed can be read, by their names
 */
record BackupFacts(
        int format, String version, int schema, String postgresql, String made, long bytes, Set<String> keys) {

    static final int FORMAT = 1;

    String text() {
        return """
                # A backup of Feiyan's own database. The keys are not in it.
                format=%d
                version=%s
                schema=%d
                postgresql=%s
                made=%s
                bytes=%d
                keys=%s
                """.formatted(format, version, schema, postgresql, made, bytes, String.join(",", keys));
    }

    static BackupFacts read(String text) throws IOException {
        var read = new Properties();
        read.load(new StringReader(text));
        var keys = new TreeSet<>(Set.of(read.getProperty("keys", "").split(",", -1)));
        keys.remove("");
        return new BackupFacts(
                Integer.parseInt(read.getProperty("format", "0")),
                read.getProperty("version", "?"),
                Integer.parseInt(read.getProperty("schema", "0")),
                read.getProperty("postgresql", "?"),
                read.getProperty("made", "?"),
                Long.parseLong(read.getProperty("bytes", "0")),
                keys);
    }
}
