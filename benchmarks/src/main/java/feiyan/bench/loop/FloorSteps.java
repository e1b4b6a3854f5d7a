package feiyan.bench.loop;

import feiyan.orders.Slot;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code floor.sql}, step by step, by statements written for just that: nothing is read, nothing judged but
 * by the database. A row and its event go in one statement, as the product's do; who calls opens and ends the
 * transaction.
 */
final class FloorSteps {

    private static final long EIGHT_SIGNS = 36L * 36 * 36 * 36 * 36 * 36 * 36;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration DAY = Duration.ofDays(1);
    /** What seals a text adds to it: nonce, tag and the key's mark. */
    private static final int SEAL = 33;

    private static final int KEY = 32;

    private final Connection db;
    private final FloorOrder it;

    FloorSteps(Connection db, FloorOrder order) {
        this.db = db;
        this.it = order;
    }

    void place(Instant now) throws SQLException {
        var window = it.moment().served();
        run(
                FloorSql.PLACE,
                it.county(),
                it.order(),
                number(),
                it.station(),
                it.station(),
                it.project(),
                it.resident(),
                it.resident(),
                Cast.MINUTES,
                DbTime.of(window.from().minus(DAY)),
                DbTime.of(window.to().plus(DAY)),
                DbTime.of(now),
                DbTime.of(now.plus(DAY)),
                DbTime.of(now),
                it.resident());
        run(
                FloorSql.WORDS,
                it.county(),
                it.order(),
                sealed(Speech.NEED),
                sealed(Speech.NAME),
                sealed(Speech.phone(0)),
                sealed(Speech.ADDRESS),
                bytes(KEY));
        tell("order.place", it.order(), 1, now);
    }

    void approve(Instant now) throws SQLException {
        move("SUBMITTED", "approve", "APPROVED", 2, now, now.plus(DAY), null, it.clerk());
        tell("order.approve", it.order(), 2, now);
    }

    void offer(Instant now) throws SQLException {
        var time = it.moment().served();
        move("APPROVED", "offer", "OFFERED", 3, now, now.plus(DAY), null, it.clerk());
        run(
                FloorSql.OFFER,
                it.county(),
                it.offer(),
                it.order(),
                it.volunteer(),
                DbTime.of(time.from()),
                DbTime.of(time.to()),
                DbTime.of(now.plus(DAY)),
                DbTime.of(now),
                DbTime.of(now),
                it.clerk());
        run(FloorSql.REASON, it.county(), it.offer(), it.volunteer());
        run(FloorSql.PARTY, it.county(), it.order(), it.volunteer(), "OFFERED", DbTime.of(now));
        tell("order.offer", it.order(), 3, "offer.make", it.offer(), 1, now);
    }

    void accept(Instant now) throws SQLException {
        var time = it.moment().served();
        run(FloorSql.ACCEPT, it.county(), it.offer(), DbTime.of(now), it.volunteer());
        run(FloorSql.NO_PARTY, it.county(), it.order(), it.volunteer(), "OFFERED");
        run(FloorSql.WEEK, it.county(), it.volunteer(), week(time), Cast.MINUTES, 600);
        run(
                FloorSql.TAKE,
                it.county(),
                it.seat(),
                it.order(),
                it.volunteer(),
                it.offer(),
                DbTime.of(time.from()),
                DbTime.of(time.to()),
                DbTime.of(now),
                DbTime.of(now),
                it.volunteer());
        run(FloorSql.PARTY, it.county(), it.order(), it.volunteer(), "SEAT", DbTime.of(now));
        move("OFFERED", "confirm", "ACCEPTED", 4, now, time.to(), time, it.volunteer());
        tell("offer.accept", it.offer(), 2, "seat.take", it.seat(), 1, now);
        tell("order.confirm", it.order(), 4, now);
    }

    void start(Instant now) throws SQLException {
        seat("TAKEN", "check_in", "PRESENT", 2, now);
        move(
                "ACCEPTED",
                "start",
                "IN_SERVICE",
                5,
                now,
                now.plus(DAY),
                it.moment().served(),
                it.volunteer());
        run(FloorSql.COME, it.county(), it.seat(), it.order(), it.volunteer(), DbTime.of(now));
        tell("seat.check_in", it.seat(), 2, "order.start", it.order(), 5, now);
    }

    void finish(Instant now) throws SQLException {
        seat("PRESENT", "check_out", "SERVED", 3, now);
        move(
                "IN_SERVICE",
                "finish",
                "SERVED",
                6,
                now,
                now.plus(DAY),
                it.moment().served(),
                it.volunteer());
        run(FloorSql.GO, DbTime.of(now), it.county(), it.seat());
        tell("seat.check_out", it.seat(), 3, "order.finish", it.order(), 6, now);
    }

    void rate(Instant now) throws SQLException {
        run(FloorSql.RATE, it.county(), it.order(), sealed(Speech.THANKS), it.resident(), DbTime.of(now));
        move("SERVED", "rate", "CLOSED", 7, now, null, it.moment().served(), it.resident());
        tell("order.rate", it.order(), 7, now);
    }

    private void move(
            String from,
            String command,
            String to,
            int version,
            Instant now,
            @Nullable Instant due,
            @Nullable Slot agreed,
            UUID actor)
            throws SQLException {
        run(
                FloorSql.MOVE,
                to,
                version,
                it.station(),
                due == null ? null : DbTime.of(due),
                agreed == null ? null : DbTime.of(agreed.from()),
                agreed == null ? null : DbTime.of(agreed.to()),
                to.equals("CLOSED"),
                it.county(),
                it.order(),
                version - 1,
                from,
                version,
                from,
                command,
                to,
                DbTime.of(now),
                actor);
    }

    private void seat(String from, String command, String to, int version, Instant now) throws SQLException {
        run(
                FloorSql.SEAT,
                to,
                version,
                it.county(),
                it.seat(),
                version - 1,
                from,
                version,
                from,
                command,
                to,
                DbTime.of(now),
                it.volunteer());
    }

    private void tell(String kind, UUID subject, int version, Instant now) throws SQLException {
        run(FloorSql.TELL, it.county(), Ids.next(), kind, subject, version, DbTime.of(now), DbTime.of(now));
    }

    private void tell(String kind, UUID subject, int version, String other, UUID its, int itsVersion, Instant now)
            throws SQLException {
        var at = DbTime.of(now);
        run(
                FloorSql.TELL_TWO,
                it.county(),
                Ids.next(),
                kind,
                subject,
                version,
                at,
                at,
                it.county(),
                Ids.next(),
                other,
                its,
                itsVersion,
                at,
                at);
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = db.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    // Only moments are ever null. By name: else the driver has no type and prepares the statement anew.
                    statement.setNull(i + 1, Types.OTHER, "timestamptz");
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException("nothing was written: " + sql);
            }
        }
    }

    /**
     * The day, and eight signs where the product has five: it draws anew where one was drawn before, and this does not.
     */
    private static String number() {
        return "261122-" + Long.toString(ThreadLocalRandom.current().nextLong(EIGHT_SIGNS, 36 * EIGHT_SIGNS), 36);
    }

    private static LocalDate week(Slot time) {
        return LocalDate.ofInstant(time.from(), CHINA).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static byte[] sealed(String clear) {
        return bytes(clear.getBytes(StandardCharsets.UTF_8).length + SEAL);
    }

    /** As good as sealed: it has the length and cannot be compressed. */
    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
