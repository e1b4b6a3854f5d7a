package feiyan.attendance;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Summaries, sealed: they are free words about a household. */
@Repository
class SummaryRows {

    private static final String WORDS = "service_summary.words";
    private static final String EXPERIENCE = "service_summary.experience";

    private final JdbcClient db;
    private final FieldCipher cipher;

    SummaryRows(JdbcClient db, FieldCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    /** False where one is written already. */
    boolean write(CountyId county, OfferId offer, OrderId order, Summary summary) {
        var experience = summary.experience();
        return db.sql("""
                insert into service_summary (county_id, offer_id, order_id, words, experience, written_by, at)
                values (:county, :offer, :order, :words, :experience, :by, :at)
                on conflict (county_id, offer_id) do nothing
                """)
                        .param("county", county.value())
                        .param("offer", offer.value())
                        .param("order", order.value())
                        .param("words", cipher.seal(county, WORDS, offer.value(), summary.words()))
                        .param(
                                "experience",
                                experience == null ? null : cipher.seal(county, EXPERIENCE, offer.value(), experience))
                        .param("by", summary.by().value())
                        .param("at", DbTime.of(summary.at()))
                        .update()
                == 1;
    }

    /** The latest first; erased ones are gone. */
    List<Summary> of(CountyId county, OrderId order) {
        return db.sql("""
                select s.offer_id, s.words, s.experience, s.written_by, s.at from service_summary s
                where s.county_id = :county and s.order_id = :order and s.words is not null order by s.at desc
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query((row, number) -> summary(county, row))
                .list();
    }

    Set<OfferId> written(CountyId county, Collection<OfferId> offers) {
        return new HashSet<>(db.sql("""
                select s.offer_id from service_summary s
                where s.county_id = :county and s.offer_id = any(:offers)
                """)
                .param("county", county.value())
                .param("offers", offers.stream().map(OfferId::value).toArray(UUID[]::new))
                .query((row, number) -> new OfferId(row.getObject("offer_id", UUID.class)))
                .list());
    }

    private Summary summary(CountyId county, ResultSet row) throws SQLException {
        var offer = row.getObject("offer_id", UUID.class);
        return new Summary(
                Objects.requireNonNull(opened(county, WORDS, offer, row.getBytes("words"))),
                opened(county, EXPERIENCE, offer, row.getBytes("experience")),
                new PersonId(row.getObject("written_by", UUID.class)),
                DbTime.read(row, "at"));
    }

    private @Nullable String opened(CountyId county, String column, UUID offer, byte @Nullable [] sealed) {
        return sealed == null ? null : cipher.open(county, column, offer, sealed);
    }
}
