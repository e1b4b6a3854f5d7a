package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.units.UnitId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Signs the links by which an order is rated: county, order number, and sixty bits that follow from the order, the
 * round and the key. Nothing is stored, so nothing can be stolen from the table; a new round or a rating ends the old
 * link.
 */
@Repository
class RatingTokens {

    private static final int RADIX = 36;
    private static final int BITS = 60;
    private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,11})-(\\d{6})([0-9A-Z]{5})-([0-9a-z]{12})");
    private static final int SIGNS = 12;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    RatingTokens(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** What a link leads to: nothing that says for whom. */
    record Sheet(
            CountyId county,
            OrderId order,
            String number,
            State state,
            int round,
            boolean rated,
            boolean confidential,
            @Nullable ProjectId project,
            UnitId unit,
            UnitId station,
            @Nullable PersonId requester,
            @Nullable Instant servedAt,
            Instant day) {

        /** A link may be read over a shoulder. */
        @Nullable
        ProjectId shownProject() {
            return confidential ? null : project;
        }
    }

    String of(Sheet sheet) {
        return Long.toString(sheet.county().value(), RADIX) + "-"
                + sheet.number().replace("-", "") + "-" + sign(sheet);
    }

    private String sign(Sheet sheet) {
        var about = sheet.county().value() + "/" + sheet.order().value() + "/" + sheet.round();
        long bits = ByteBuffer.wrap(cipher.fingerprint("rating_link", about)).getLong() >>> (Long.SIZE - BITS);
        var signs = Long.toString(bits, RADIX);
        return "0".repeat(SIGNS - signs.length()) + signs;
    }

    /** Empty for what we have not signed. */
    Optional<Sheet> read(String token) {
        var parts = TOKEN.matcher(token);
        return parts.matches()
                ? byNumber(parts.group(1), parts.group(2) + "-" + parts.group(3))
                        .filter(sheet -> isEqual(sign(sheet), parts.group(4)))
                : Optional.empty();
    }

    private static boolean isEqual(String ours, String theirs) {
        return MessageDigest.isEqual(
                ours.getBytes(StandardCharsets.US_ASCII), theirs.getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<Sheet> byNumber(String county, String number) {
        long id = Long.parseLong(county, RADIX);
        return id <= 0 || id >= 1L << 53 ? Optional.empty() : find(new CountyId(id), "o.number = :which", number);
    }

    Optional<Sheet> find(CountyId county, OrderId order) {
        return find(county, "o.id = :which", order.value());
    }

    private Optional<Sheet> find(CountyId county, String column, Object which) {
        return jdbc.sql("""
                select o.county_id, o.id, o.number, o.state, o.reopened, o.rated, o.confidential, o.project_id,
                  coalesce(o.dispatching_unit_id, o.unit_id) as unit_id, o.station_id, o.requester_id, (
                    select max(e.at) from order_event e
                    where e.county_id = :county and e.order_id = o.id and e.to_state = 'SERVED') as served_at,
                  coalesce(o.agreed_from, o.window_from) as planned
                from service_order o where o.county_id = :county and\s""" + column)
                .param("county", county.value())
                .param("which", which)
                .query(RatingTokens::sheet)
                .optional();
    }

    private static Sheet sheet(ResultSet row, int number) throws SQLException {
        var project = row.getObject("project_id", UUID.class);
        var served = DbTime.readNullable(row, "served_at");
        var requester = row.getObject("requester_id", UUID.class);
        return new Sheet(
                new CountyId(row.getLong("county_id")),
                new OrderId(row.getObject("id", UUID.class)),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getInt("reopened"),
                row.getBoolean("rated"),
                row.getBoolean("confidential"),
                project == null ? null : new ProjectId(project),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new UnitId(row.getObject("station_id", UUID.class)),
                requester == null ? null : new PersonId(requester),
                served,
                served == null ? DbTime.read(row, "planned") : served);
    }
}
