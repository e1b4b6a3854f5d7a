package feiyan.attendance;

import feiyan.dispatch.SeatId;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proofs without a network, as they were handed in. Added to and read, never edited. */
@Repository
class ProofRows {

    private final JdbcClient db;

    ProofRows(JdbcClient db) {
        this.db = db;
    }

    Optional<SeatId> seatOf(CountyId county, UUID proof) {
        return db.sql("select p.seat_id from attendance_proof p where p.county_id = :county and p.id = :proof")
                .param("county", county.value())
                .param("proof", proof)
                .query((row, number) -> new SeatId(row.getObject("seat_id", UUID.class)))
                .optional();
    }

    /** False where the id is taken by a proof of another seat, also at this moment. */
    boolean add(CountyId county, SeatId seat, OfflineProof proof, String how, Instant now) {
        return db.sql("""
                insert into attendance_proof (county_id, id, seat_id, in_at, out_at, how, handed_in_at)
                values (:county, :id, :seat, :in, :out, :how, :now)
                on conflict (county_id, id) do nothing
                """)
                        .param("county", county.value())
                        .param("id", proof.id())
                        .param("seat", seat.value())
                        .param("in", DbTime.of(proof.in()))
                        .param(
                                "out",
                                proof.out() == null ? null : DbTime.of(proof.out()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("how", how)
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    List<ProofLine> of(CountyId county, SeatId seat) {
        return db.sql("""
                select p.id, p.in_at, p.out_at, p.how, p.handed_in_at from attendance_proof p
                where p.county_id = :county and p.seat_id = :seat order by p.handed_in_at desc, p.id limit :most
                """)
                .param("county", county.value())
                .param("seat", seat.value())
                .param("most", OfflineProofs.MOST)
                .query((row, number) -> new ProofLine(
                        row.getObject("id", UUID.class),
                        DbTime.read(row, "in_at"),
                        DbTime.readNullable(row, "out_at"),
                        row.getString("how"),
                        DbTime.read(row, "handed_in_at")))
                .list();
    }

    Optional<OrderId> orderOf(CountyId county, UUID proof) {
        return db.sql("""
                select s.order_id from attendance_proof p
                join seat s on s.county_id = :county and s.id = p.seat_id
                where p.county_id = :county and p.id = :proof
                """)
                .param("county", county.value())
                .param("proof", proof)
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .optional();
    }
}
