package feiyan.dispatch;

import feiyan.platform.CountyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of why somebody was asked, with each offer to a person; {@link NewOfferRows} writes it. */
@Repository
class OfferReasons {

    static final Duration A_WEEK = Duration.ofDays(7);

    private final JdbcClient db;

    OfferReasons(JdbcClient db) {
        this.db = db;
    }

    /** Empty for a team's offer, and where it has gone with the person. */
    Optional<OfferReason> find(CountyId county, OfferId offer) {
        return db.sql("""
                select r.way, r.metres, r.visits, r.booked_minutes, r.asked_before, r.days_since_asked
                from offer_reason r where r.county_id = :county and r.offer_id = :offer
                """)
                .param("county", county.value())
                .param("offer", offer.value())
                .query(OfferReasons::reason)
                .optional();
    }

    static OfferReason reason(ResultSet row, int number) throws SQLException {
        return new OfferReason(
                OfferReason.Way.valueOf(row.getString("way")),
                row.getObject("metres", Integer.class),
                row.getInt("visits"),
                row.getInt("booked_minutes"),
                row.getInt("asked_before"),
                row.getObject("days_since_asked", Integer.class));
    }
}
