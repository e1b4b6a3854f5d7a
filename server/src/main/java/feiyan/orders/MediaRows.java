package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Photos and voice messages, sealed; whether somebody may see them is decided before. */
@Repository
class MediaRows {

    private static final String COLUMN = "order_media.content";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    MediaRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    MediaId insert(CountyId county, OrderId draft, int place, String type, byte[] clear, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                insert into order_media (county_id, id, draft_id, place, type, content, sent_at)
                values (:county, :id, :draft, :place, :type, :content, :now)
                """)
                .param("county", county.value())
                .param("id", id)
                .param("draft", draft.value())
                .param("place", place)
                .param("type", type)
                .param("content", cipher.sealBytes(county, COLUMN, id, clear))
                .param("now", DbTime.of(now))
                .update();
        return new MediaId(id);
    }

    List<Medium> ofDraft(CountyId county, OrderId draft) {
        return jdbc.sql("""
                select m.id, m.place, m.type from order_media m
                where m.county_id = :county and m.draft_id = :draft order by m.place
                """)
                .param("county", county.value())
                .param("draft", draft.value())
                .query(MediaRows::medium)
                .list();
    }

    List<Medium> ofOrder(CountyId county, OrderId order) {
        return jdbc.sql("""
                select m.id, m.place, m.type from order_media m
                where m.county_id = :county and m.order_id = :order order by m.place
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query(MediaRows::medium)
                .list();
    }

    Optional<Medium.Content> openOfDraft(CountyId county, OrderId draft, MediaId id) {
        return jdbc.sql("""
                select m.id, m.place, m.type, m.content from order_media m
                where m.county_id = :county and m.draft_id = :draft and m.id = :id
                """)
                .param("county", county.value())
                .param("draft", draft.value())
                .param("id", id.value())
                .query((row, number) -> content(county, row))
                .optional();
    }

    /** Only while the order is still at the version at which the reader's right was judged. */
    Optional<Medium.Content> openOfOrder(OrderFacts order, MediaId id) {
        return jdbc.sql("""
                select m.id, m.place, m.type, m.content
                from order_media m join service_order o on o.county_id = :county and o.id = m.order_id
                where m.county_id = :county and m.order_id = :order and m.id = :id and o.version = :version
                """)
                .param("county", order.county().value())
                .param("order", order.id().value())
                .param("version", order.version())
                .param("id", id.value())
                .query((row, number) -> content(order.county(), row))
                .optional();
    }

    /** What was the draft's is the order's from now on: they have the same id. */
    void handOver(CountyId county, OrderId order) {
        jdbc.sql("""
                update order_media set order_id = draft_id, draft_id = null
                where county_id = :county and draft_id = :order
                """)
                .param("county", county.value())
                .param("order", order.value())
                .update();
    }

    boolean delete(CountyId county, OrderId draft, MediaId id) {
        return jdbc.sql("delete from order_media where county_id = :county and draft_id = :draft and id = :id")
                        .param("county", county.value())
                        .param("draft", draft.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void deletePlace(CountyId county, OrderId draft, int place) {
        jdbc.sql("delete from order_media where county_id = :county and draft_id = :draft and place = :place")
                .param("county", county.value())
                .param("draft", draft.value())
                .param("place", place)
                .update();
    }

    void deleteOf(CountyId county, List<OrderId> drafts) {
        jdbc.sql("delete from order_media where county_id = :county and draft_id = any(:drafts)")
                .param("county", county.value())
                .param("drafts", drafts.stream().map(OrderId::value).toArray(UUID[]::new))
                .update();
    }

    private Medium.Content content(CountyId county, ResultSet row) throws SQLException {
        var medium = medium(row, 0);
        var clear = cipher.openBytes(county, COLUMN, medium.id().value(), row.getBytes("content"));
        return new Medium.Content(medium, clear);
    }

    private static Medium medium(ResultSet row, int number) throws SQLException {
        return new Medium(new MediaId(row.getObject("id", UUID.class)), row.getInt("place"), row.getString("type"));
    }
}
