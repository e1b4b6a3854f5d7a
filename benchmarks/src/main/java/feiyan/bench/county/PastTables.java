package feiyan.bench.county;

import feiyan.orders.PastWords;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;

/** Some of the past orders as rows of all the tables in which the product keeps them. */
final class PastTables {

    private final OrderTables orders;
    private final DispatchTables dispatch;
    private final ToldTables told;

    /** @param outboxSince what was told and done before has been swept from the outbox */
    PastTables(long county, PastWords words, Instant outboxSince) {
        this.orders = new OrderTables(county, words);
        this.dispatch = new DispatchTables(county);
        this.told = new ToldTables(county, outboxSince);
    }

    private List<CopyTable> all() {
        return List.of(
                orders.orders,
                orders.events,
                orders.words,
                orders.search,
                orders.ratings,
                orders.parties,
                dispatch.offers,
                dispatch.offerEvents,
                dispatch.reasons,
                dispatch.seats,
                dispatch.seatEvents,
                dispatch.attendance,
                told.outbox,
                told.notices);
    }

    List<String> names() {
        return all().stream().map(CopyTable::name).toList();
    }

    void add(PastOrder it) {
        var ids = new PastIds(new SplittableRandom(it.luck()));
        var order = ids.at(it.placed());
        orders.add(it, order, new SplittableRandom(it.luck() + 1));
        told.placed(it, ids, order);
        var refusal = it.refusedBy();
        if (refusal != null) {
            var offer = dispatch.refused(it, refusal, ids, order);
            told.refused(refusal, ids, order, offer);
        }
        told.served(it, ids, order, dispatch.taken(it, ids, order));
    }

    void send(PGConnection database) throws SQLException, IOException {
        for (var table : all()) {
            table.send(database);
        }
    }
}
