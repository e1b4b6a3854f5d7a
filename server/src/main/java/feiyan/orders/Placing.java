package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.menu.Project;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes a new order in one statement: its row with the first event, and what was said, sealed. */
@Repository
class Placing {

    /** What a need in free words takes until a reviewer has found its project. */
    private static final int UNKNOWN_MINUTES = 60;

    /** A thousand orders on one day meet a number that is gone one time in 24,000; this often in a row, never. */
    private static final int DRAWS = 4;

    private static final String PLACED = """
            with placed as (
              insert into service_order (
                county_id, id, version, state, number, unit_id, station_id, dispatching_unit_id, project_id,
                urgent, confidential, channel, requester_id, placed_by, headcount, duration_minutes, remote,
                area_code, latitude, longitude, window_from, window_to, placed_at, due_at, consent, named_id)
              select :county, :id, 1, :state, :number, u.id, :station, :dispatching, :project,
                :urgent, :confidential, :channel, :requester, :actor, :headcount, :minutes, :remote,
                u.area_code, coalesce(case when a.place then :latitude end, u.latitude),
                coalesce(case when a.place then :longitude end, u.longitude),
                :windowFrom, :windowTo, :now, :due, :consent, :named
              from unit u
              cross join (select :requester::uuid is null or exists (
                select 1 from standing_consent c
                where c.county_id = :county and c.person_id = :requester and c.purpose = 'location') as place) a
              where u.county_id = :county and u.id = :unit and u.closed_at is null
              on conflict (county_id, number) do nothing
              returning county_id, id, unit_id)""";

    private static final String SAID = """
            , said as (
              insert into order_words (county_id, order_id, need, recipient_name, phone, address, phone_key)
              select county_id, id, :need, :recipient, :phone, :address, :phoneKey from placed)""";

    private static final String BEGUN = """

            insert into order_event (county_id, order_id, version, from_state, command, to_state, at, actor_id, unit_id)
            select county_id, id, 1, 'NEW', :command, :state, :now, :actor, unit_id from placed
            """;

    private static final String WITHOUT_WORDS = PLACED + BEGUN;
    private static final String WITH_WORDS = PLACED + SAID + BEGUN;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final OrderNumbers numbers;

    Placing(JdbcClient jdbc, FieldCipher cipher, OrderNumbers numbers) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.numbers = numbers;
    }

    /**
     * Writes the row of a new order with its first event, under a number that no other of its county has; false where
     * the unit is closed or none. The place of a home is kept with the requester's consent alone; else the village
     * stands for it.
     *
     * @param first the order after its first move: SUBMITTED, or APPROVED for a group order
     */
    boolean row(Order first, Verb verb, NewRow row, UUID actor, Instant now, @Nullable Instant due) {
        for (int draw = 0; draw < DRAWS; draw++) {
            var number = numbers.next(now);
            if (row(number, first, verb, row, actor, now, due)) {
                return true;
            }
            if (!isGone(first.facts().county(), number)) {
                return false;
            }
        }
        throw new IllegalStateException("every number drawn was gone");
    }

    private boolean isGone(CountyId county, String number) {
        return jdbc.sql("select 1 from service_order where county_id = :county and number = :number")
                .param("county", county.value())
                .param("number", number)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean row(
            String number, Order first, Verb verb, NewRow row, UUID actor, Instant now, @Nullable Instant due) {
        var facts = first.facts();
        return said(row.need(), facts)
                        .param("county", facts.county().value())
                        .param("id", facts.id().value())
                        .param("state", first.state().name())
                        .param("command", verb.code())
                        .param("unit", facts.unit().value())
                        .param("station", row.station().value())
                        .param(
                                "dispatching",
                                facts.dispatching() == null
                                        ? null
                                        : facts.dispatching().value(),
                                Types.OTHER)
                        .param(
                                "project",
                                facts.project() == null ? null : facts.project().value(),
                                Types.OTHER)
                        .param("number", number)
                        .param("urgent", row.urgent())
                        .param(
                                "confidential",
                                row.project() != null && row.project().confidential())
                        .param("channel", row.channel().name())
                        .param("requester", row.requester(), Types.OTHER)
                        .param("actor", actor)
                        .param("headcount", facts.headcount())
                        .param(
                                "minutes",
                                row.project() == null
                                        ? UNKNOWN_MINUTES
                                        : row.project().minutes())
                        .param("remote", row.project() != null && row.project().remote())
                        .param(
                                "latitude",
                                row.position() == null ? null : row.position().latitude(),
                                Types.DOUBLE)
                        .param(
                                "longitude",
                                row.position() == null ? null : row.position().longitude(),
                                Types.DOUBLE)
                        .param("windowFrom", DbTime.of(row.window().from()))
                        .param("windowTo", DbTime.of(row.window().to()))
                        .param("now", DbTime.of(now))
                        .param("due", due == null ? null : DbTime.of(due), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param(
                                "consent",
                                row.onBehalf() == null ? null : row.onBehalf().name())
                        .param("named", row.named() == null ? null : row.named().value(), Types.OTHER)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec said(@Nullable NewOrder need, OrderFacts facts) {
        if (need == null) {
            return jdbc.sql(WITHOUT_WORDS);
        }
        return jdbc.sql(WITH_WORDS)
                .param("need", seal(facts, "need", need.need()))
                .param("recipient", seal(facts, "recipient_name", need.recipient()))
                .param("phone", seal(facts, "phone", need.phone()))
                .param("address", seal(facts, "address", need.address()))
                .param("phoneKey", Likely.phoneKey(cipher, need.phone()));
    }

    private byte[] seal(OrderFacts order, String column, String clear) {
        return cipher.seal(order.county(), "order_words." + column, order.id().value(), clear.strip());
    }

    /**
     * The facts of a new row beside those of its order.
     *
     * @param need whose words go with it; null for a group, of which nobody is the requester
     */
    record NewRow(
            UnitId station,
            @Nullable Project project,
            @Nullable UUID requester,
            Channel channel,
            @Nullable CoarsePosition position,
            Slot window,
            boolean urgent,
            @Nullable OnBehalf onBehalf,
            @Nullable PersonId named,
            @Nullable NewOrder need) {}
}
