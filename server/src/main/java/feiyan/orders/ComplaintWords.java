package feiyan.orders;

import feiyan.orders.Complaint.Said;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.units.UnitId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said in a complaint, sealed and erasable; read only with a complaint that the reader has found. */
@Repository
class ComplaintWords {

    private static final String COLUMN = "complaint_words.words";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    ComplaintWords(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void write(CountyId county, ComplaintId complaint, int version, String words) {
        if (words.isBlank()) {
            return;
        }
        jdbc.sql("""
                insert into complaint_words (county_id, complaint_id, version, words)
                values (:county, :complaint, :version, :words)
                """)
                .param("county", county.value())
                .param("complaint", complaint.value())
                .param("version", version)
                .param("words", cipher.seal(county, COLUMN, complaint.value(), words.strip()))
                .update();
    }

    /** Five events at most: that is how long a complaint lives. */
    List<Said> read(CountyId county, ComplaintId complaint) {
        return jdbc.sql("""
                select e.command, e.at, e.unit_id, w.words
                from complaint_event e
                left join complaint_words w
                  on w.county_id = :county and w.complaint_id = e.complaint_id and w.version = e.version
                where e.county_id = :county and e.complaint_id = :complaint
                order by e.version
                """)
                .param("county", county.value())
                .param("complaint", complaint.value())
                .query((row, number) -> {
                    var words = row.getBytes("words");
                    return new Said(
                            ComplaintVerb.of(row.getString("command")),
                            DbTime.read(row, "at"),
                            new UnitId(row.getObject("unit_id", UUID.class)),
                            words == null ? null : cipher.open(county, COLUMN, complaint.value(), words));
                })
                .list();
    }
}
