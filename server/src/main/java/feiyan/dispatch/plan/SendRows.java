package feiyan.dispatch.plan;

import feiyan.dispatch.plan.Sending.Came;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each sending is. What nobody has told anything of since a given time is none any more. */
@Repository
class SendRows {

    private final JdbcClient db;

    SendRows(JdbcClient db) {
        this.db = db;
    }

    List<Sending> of(CountyId county, PlanId plan, Instant since) {
        return db.sql("""
                select s.place, s.total, s.done, s.told_at, s.over, s.sent, s.refused, s.passed from plan_send s
                where s.county_id = :county and s.plan_id = :plan and s.told_at > :since order by s.place
                """)
                .param("county", county.value())
                .param("plan", plan.value())
                .param("since", DbTime.of(since))
                .query(SendRows::sending)
                .list();
    }

    /** False where another took this place meanwhile. */
    boolean begin(PlanSend send, int place, Instant now) {
        return db.sql("""
                        insert into plan_send (county_id, plan_id, place, id, total, done, told_at)
                        values (:county, :plan, :place, :id, :total, 0, :now)
                        on conflict (county_id, plan_id, place) do update
                          set id = excluded.id, total = excluded.total, done = 0, told_at = excluded.told_at,
                            over = false, sent = null, refused = null, passed = null
                          where plan_send.over
                        """)
                        .param("county", send.county().value())
                        .param("plan", send.plan().value())
                        .param("place", place)
                        .param("id", send.id())
                        .param("total", send.total())
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    void far(PlanSend send, Instant now) {
        write(send, false, null, now);
    }

    /** @param came null where it broke off */
    void over(PlanSend send, @Nullable Came came, Instant now) {
        write(send, true, came, now);
    }

    private void write(PlanSend send, boolean over, @Nullable Came came, Instant now) {
        db.sql("""
                update plan_send set done = :done, told_at = :now, over = :over, sent = :sent, refused = :refused,
                  passed = :passed
                where county_id = :county and plan_id = :plan and id = :id
                """)
                .param("done", came == null ? send.done() : came.lines())
                .param("now", DbTime.of(now))
                .param("over", over)
                .param("sent", came == null ? null : came.sent(), Types.INTEGER)
                .param("refused", came == null ? null : came.refused(), Types.INTEGER)
                .param("passed", came == null ? null : came.passed(), Types.INTEGER)
                .param("county", send.county().value())
                .param("plan", send.plan().value())
                .param("id", send.id())
                .update();
    }

    void forget(PlanSend send) {
        db.sql("delete from plan_send where county_id = :county and plan_id = :plan and id = :id")
                .param("county", send.county().value())
                .param("plan", send.plan().value())
                .param("id", send.id())
                .update();
    }

    /** Of all plans: what was told has been read, and what fell silent will not end any more. */
    void sweep(CountyId county, Instant since) {
        db.sql("delete from plan_send where county_id = :county and told_at <= :since")
                .param("county", county.value())
                .param("since", DbTime.of(since))
                .update();
    }

    private static Sending sending(ResultSet row, int number) throws SQLException {
        var sent = row.getObject("sent", Integer.class);
        return new Sending(
                row.getInt("place"),
                row.getInt("total"),
                row.getInt("done"),
                DbTime.read(row, "told_at"),
                row.getBoolean("over"),
                sent == null ? null : new Came(sent, row.getInt("refused"), row.getInt("passed")));
    }
}
