package feiyan.privacy;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import feiyan.privacy.CorrectionRequest.Answer;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests to the station; wishes and reasons are sealed. */
@Repository
class CorrectionRequests {

    static final String WISH = "correction_request.wish";
    static final String REASON = "correction_request.reason";

    private static final int MOST = 100;
    private static final String COLUMNS = """
            select r.id, r.person_id, r.unit_id, r.field, r.wish, r.asked_at, r.answer, r.reason, r.answered_at
            from correction_request r where r.county_id = :county
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    CorrectionRequests(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    CorrectionRequest.Id insert(CountyId county, PersonId person, UnitId unit, String field, String wish, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into correction_request (county_id, id, person_id, unit_id, field, wish, asked_at)
                        values (:county, :id, :person, :unit, :field, :wish, :now)
                        """)
                .param("county", county.value())
                .param("id", id)
                .param("person", person.value())
                .param("unit", unit.value())
                .param("field", field)
                .param("wish", cipher.seal(county, WISH, id, wish))
                .param("now", DbTime.of(now))
                .update();
        return new CorrectionRequest.Id(id);
    }

    List<CorrectionRequest> of(CountyId county, PersonId person) {
        return jdbc.sql(COLUMNS + " and r.person_id = :person order by r.id desc limit :most")
                .param("county", county.value())
                .param("person", person.value())
                .param("most", MOST)
                .query((row, number) -> request(county, row))
                .list();
    }

    /** What waits in the units' subtrees, the oldest first. */
    List<CorrectionRequest> waiting(CountyId county, UUID[] units) {
        return jdbc.sql(COLUMNS + """
                          and r.answer is null and exists (
                            select 1 from unit_within w
                            where w.county_id = :county and w.unit_id = r.unit_id and w.ancestor_id = any(:units))
                        order by r.id limit :most
                        """)
                .param("county", county.value())
                .param("units", units)
                .param("most", MOST)
                .query((row, number) -> request(county, row))
                .list();
    }

    /** One that waits in the units' subtrees, held until the transaction ends. */
    Optional<CorrectionRequest> hold(CountyId county, CorrectionRequest.Id id, UUID[] units) {
        return jdbc.sql(COLUMNS + """
                          and r.id = :id and r.answer is null and exists (
                            select 1 from unit_within w
                            where w.county_id = :county and w.unit_id = r.unit_id and w.ancestor_id = any(:units))
                        for update
                        """)
                .param("county", county.value())
                .param("id", id.value())
                .param("units", units)
                .query((row, number) -> request(county, row))
                .optional();
    }

    void answer(CountyId county, CorrectionRequest request, Answer answer, String reason, PersonId by, Instant now) {
        var id = request.id().value();
        jdbc.sql("""
                        update correction_request
                        set answer = :answer, reason = :reason, answered_by = :by, answered_at = :now
                        where county_id = :county and id = :id
                        """)
                .param("county", county.value())
                .param("id", id)
                .param("answer", answer.name())
                .param("reason", cipher.seal(county, REASON, id, reason))
                .param("by", by.value())
                .param("now", DbTime.of(now))
                .update();
    }

    private CorrectionRequest request(CountyId county, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var answer = row.getString("answer");
        return new CorrectionRequest(
                new CorrectionRequest.Id(id),
                new PersonId(row.getObject("person_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("field"),
                opened(county, WISH, id, row.getBytes("wish")),
                DbTime.read(row, "asked_at"),
                answer == null ? null : Answer.valueOf(answer),
                opened(county, REASON, id, row.getBytes("reason")),
                DbTime.readNullable(row, "answered_at"));
    }

    private String opened(CountyId county, String column, UUID id, byte @Nullable [] sealed) {
        return sealed == null ? "" : cipher.open(county, column, id, sealed);
    }
}
