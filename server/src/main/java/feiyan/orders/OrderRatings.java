package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ratings, one for each round in which an order was served. */
@Repository
class OrderRatings {

    private static final String COLUMN = "order_rating.words";

    private static final String RATED = OrderStepRows.moving("""
            insert into order_rating (
              county_id, order_id, round, solved, timeliness, attitude, quality, words, how, late, rated_by, at)
            select county_id, id, :round, :solved, :timeliness, :attitude, :quality, :words, :how, :late, :by, :now
            from moved
            """);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    OrderRatings(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** The step by which an order is rated, and the rating with it. */
    JdbcClient.StatementSpec moving(Stored before, Rating rating, PersonId by) {
        var facts = before.facts();
        return jdbc.sql(RATED)
                .param("round", facts.reopened())
                .param("solved", rating.solved())
                .param("timeliness", rating.timeliness(), Types.INTEGER)
                .param("attitude", rating.attitude(), Types.INTEGER)
                .param("quality", rating.quality(), Types.INTEGER)
                .param("words", sealed(facts, rating.words()), Types.BINARY)
                .param("how", rating.how().name())
                .param("late", before.state() == State.CLOSED)
                .param("by", by.value());
    }

    private byte @Nullable [] sealed(OrderFacts order, @Nullable String words) {
        return words == null || words.isBlank()
                ? null
                : cipher.seal(order.county(), COLUMN, order.id().value(), words.strip());
    }

    /** @param notAfter leaves out what was said later: those who served see a rating only after a delay */
    List<Rating> read(CountyId county, OrderId order, Instant notAfter) {
        return jdbc.sql("""
                select solved, timeliness, attitude, quality, words, how from order_rating
                where county_id = :county and order_id = :order and at <= :notAfter
                order by round
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("notAfter", DbTime.of(notAfter))
                .query((row, number) -> new Rating(
                        row.getBoolean("solved"),
                        row.getObject("timeliness", Integer.class),
                        row.getObject("attitude", Integer.class),
                        row.getObject("quality", Integer.class),
                        open(county, order, row.getBytes("words")),
                        Rating.How.valueOf(row.getString("how"))))
                .list();
    }

    private @Nullable String open(CountyId county, OrderId order, byte @Nullable [] words) {
        return words == null ? null : cipher.open(county, COLUMN, order.value(), words);
    }
}
