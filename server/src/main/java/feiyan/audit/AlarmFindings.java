package feiyan.audit;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The alarms of an auditor's units, and what came of looking into them. Nobody looks into their own. */
@Component
public class AlarmFindings {

    public static final int PAGE = 30;
    static final String PLACE = "bulk_alarm.words";
    private static final int LONGEST = 500;
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final JdbcClient db;
    private final Transactions transactions;
    private final FieldCipher cipher;
    private final AuditLog audit;
    private final Persons persons;
    private final Units units;
    private final InstantSource clock;

    AlarmFindings(
            JdbcClient db,
            Transactions transactions,
            FieldCipher cipher,
            AuditLog audit,
            Persons persons,
            Units units,
            InstantSource clock) {
        this.db = db;
        this.transactions = transactions;
        this.cipher = cipher;
        this.audit = audit;
        this.persons = persons;
        this.units = units;
        this.clock = clock;
    }

    public enum Finding {
        IN_ORDER,
        SPOKEN_TO,
        PASSED_ON
    }

    /**
     * An alarm as it stands on the page.
     *
     * @param finding null while nobody has looked into it; then words and names are null, too
     */
    public record Alarm(
            AlarmId id,
            String viewer,
            String unit,
            BulkSpan span,
            Instant raisedAt,
            int seen,
            int allowed,
            boolean own,
            @Nullable Finding finding,
            @Nullable String words,
            @Nullable String foundBy,
            @Nullable Instant foundAt) {}

    /** At most {@value #PAGE}, the latest first; those before {@code before}. */
    public Outcome<List<Alarm>> latest(Actor actor, @Nullable AlarmId before) {
        return AuditReach.of(actor).map(reach -> named(actor, rows(actor.county(), reach, before)));
    }

    private record Row(
            UUID id,
            UUID viewer,
            UUID unit,
            BulkSpan span,
            Instant raisedAt,
            int seen,
            int allowed,
            @Nullable Finding finding,
            byte @Nullable [] words,
            @Nullable UUID foundBy,
            @Nullable Instant foundAt) {}

    private List<Row> rows(CountyId county, UUID[] reach, @Nullable AlarmId before) {
        return db.sql("""
                select x.* from bulk_alarm x
                where x.county_id = :county and x.id < :before and\s""" + AuditReach.WITHIN + " order by x.id desc limit :most")
                .param("county", county.value())
                .param("before", before == null ? AFTER_ALL : before.value())
                .param("units", reach)
                .param("most", PAGE)
                .query(AlarmFindings::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var finding = row.getString("finding");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("viewer_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                BulkSpan.valueOf(row.getString("span")),
                DbTime.read(row, "raised_at"),
                row.getInt("seen"),
                row.getInt("allowed"),
                finding == null ? null : Finding.valueOf(finding),
                row.getBytes("words"),
                row.getObject("found_by", UUID.class),
                DbTime.readNullable(row, "found_at"));
    }

    private List<Alarm> named(Actor actor, List<Row> rows) {
        var county = actor.county();
        var people = persons.names(
                county,
                rows.stream()
                        .flatMap(row -> Stream.concat(Stream.of(row.viewer), Stream.ofNullable(row.foundBy)))
                        .map(PersonId::new)
                        .collect(Collectors.toSet()));
        var places = units.names(county, rows.stream().map(row -> new UnitId(row.unit)).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Alarm(
                        new AlarmId(row.id),
                        people.getOrDefault(new PersonId(row.viewer), ""),
                        places.getOrDefault(new UnitId(row.unit), ""),
                        row.span,
                        row.raisedAt,
                        row.seen,
                        row.allowed,
                        row.viewer.equals(actor.person().value()),
                        row.finding,
                        row.words == null ? null : cipher.open(county, PLACE, row.id, row.words),
                        row.foundBy == null ? null : people.getOrDefault(new PersonId(row.foundBy), ""),
                        row.foundAt))
                .toList();
    }

    /** Once, and not by whom it is about. */
    public Outcome<AlarmId> settle(Actor actor, AlarmId alarm, Finding finding, String words) {
        var said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return Outcome.refused("alarm.words", LONGEST);
        }
        return AuditReach.of(actor)
                .then(reach -> transactions.write(() -> {
                    if (write(actor, reach, alarm, finding, said) == 0) {
                        return Outcome.refused("alarm.settled");
                    }
                    audit.record(
                            actor.county(),
                            AuditAct.of(AuditKind.ALARM_LOOKED_INTO, actor.person().value())
                                    .to("bulk_alarm", alarm.value())
                                    .with(finding.name()));
                    return Outcome.done(alarm);
                }));
    }

    private int write(Actor actor, UUID[] reach, AlarmId alarm, Finding finding, String words) {
        return db.sql("""
                update bulk_alarm as x set finding = :finding, words = :words, found_by = :by, found_at = :now
                where x.county_id = :county and x.id = :id and x.finding is null and x.viewer_id <> :by and\s""" + AuditReach.WITHIN)
                .param("finding", finding.name())
                .param("words", cipher.seal(actor.county(), PLACE, alarm.value(), words))
                .param("by", actor.person().value())
                .param("now", DbTime.of(clock.instant()))
                .param("county", actor.county().value())
                .param("id", alarm.value())
                .param("units", reach)
                .update();
    }
}
