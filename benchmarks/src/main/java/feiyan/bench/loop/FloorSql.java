package feiyan.bench.loop;

/** The floor's statements. */
final class FloorSql {

    static final String PLACE = """
            with placed as (
              insert into floor.service_order (county_id, id, version, state, number, unit_id, station_id, project_id,
                channel, requester_id, placed_by, headcount, duration_minutes, area_code, latitude, longitude,
                window_from, window_to, placed_at, due_at)
              values (?, ?, 1, 'SUBMITTED', ?, ?, ?, ?, 'PHONE_PAGE', ?, ?, 1, ?, null, 34.61, 118.36, ?, ?, ?, ?)
              returning county_id, id, unit_id)
            insert into floor.order_event (county_id, order_id, version, from_state, command, to_state, at, actor_id,
              unit_id)
            select county_id, id, 1, 'NEW', 'place', 'SUBMITTED', ?, ?, unit_id from placed
            """;
    static final String WORDS = """
            insert into floor.order_words (county_id, order_id, need, recipient_name, phone, address, phone_key)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    static final String MOVE = """
            with moved as (
              update floor.service_order set state = ?, version = ?, dispatching_unit_id = ?, due_at = ?,
                agreed_from = ?, agreed_to = ?, rated = ?
              where county_id = ? and id = ? and version = ? and state = ?
              returning county_id, id, unit_id)
            insert into floor.order_event (county_id, order_id, version, from_state, command, to_state, at, actor_id,
              unit_id)
            select county_id, id, ?, ?, ?, ?, ?, ?, unit_id from moved
            """;
    static final String OFFER = """
            with made as (
              insert into floor.offer (county_id, id, version, state, order_id, volunteer_id, proposed_from, proposed_to,
                deadline, made_at)
              values (?, ?, 1, 'OPEN', ?, ?, ?, ?, ?, ?)
              returning county_id, id)
            insert into floor.offer_event (county_id, offer_id, version, from_state, command, to_state, at, actor_id)
            select county_id, id, 1, 'NEW', 'make', 'OPEN', ?, ? from made
            """;
    static final String REASON = """
            insert into floor.offer_reason (county_id, offer_id, volunteer_id, way, metres, visits, booked_minutes,
              asked_before)
            values (?, ?, ?, 'CHOSEN', 0, 0, 0, 0)
            """;
    static final String PARTY = """
            insert into floor.order_party (county_id, order_id, person_id, part, since) values (?, ?, ?, ?, ?)
            """;
    static final String NO_PARTY = """
            delete from floor.order_party where county_id = ? and order_id = ? and person_id = ? and part = ?
            """;
    static final String ACCEPT = """
            with moved as (
              update floor.offer set state = 'ACCEPTED', version = 2
              where county_id = ? and id = ? and version = 1 and state = 'OPEN'
              returning county_id, id)
            insert into floor.offer_event (county_id, offer_id, version, from_state, command, to_state, at, actor_id)
            select county_id, id, 2, 'OPEN', 'accept', 'ACCEPTED', ?, ? from moved
            """;
    static final String WEEK = """
            insert into floor.volunteer_week as w (county_id, volunteer_id, week, booked_minutes, limit_minutes)
            values (?, ?, ?, ?, ?)
            on conflict (county_id, volunteer_id, week) do update
            set booked_minutes = w.booked_minutes + excluded.booked_minutes
            """;
    static final String TAKE = """
            with taken as (
              insert into floor.seat (county_id, id, version, state, order_id, place, volunteer_id, offer_id, starts, ends,
                taken_at)
              values (?, ?, 1, 'TAKEN', ?, 1, ?, ?, ?, ?, ?)
              returning county_id, id)
            insert into floor.seat_event (county_id, seat_id, version, from_state, command, to_state, at, actor_id)
            select county_id, id, 1, 'NEW', 'take', 'TAKEN', ?, ? from taken
            """;
    static final String SEAT = """
            with moved as (
              update floor.seat set state = ?, version = ?
              where county_id = ? and id = ? and version = ? and state = ?
              returning county_id, id)
            insert into floor.seat_event (county_id, seat_id, version, from_state, command, to_state, at, actor_id)
            select county_id, id, ?, ?, ?, ?, ?, ? from moved
            """;
    static final String COME = """
            insert into floor.attendance (county_id, seat_id, order_id, volunteer_id, in_at, in_how)
            values (?, ?, ?, ?, ?, 'CODE')
            """;
    static final String GO = """
            update floor.attendance set out_at = ?, out_how = 'VOLUNTEER'
            where county_id = ? and seat_id = ? and out_at is null
            """;
    static final String RATE = """
            insert into floor.order_rating (county_id, order_id, round, solved, timeliness, attitude, quality, words, how,
              late, rated_by, at)
            values (?, ?, 0, true, 5, 5, 4, ?, 'PAGE', false, ?, ?)
            """;
    private static final String OUTBOX = """
            insert into floor.outbox (county_id, id, stamp, kind, subject_id, subject_version, at, not_before)
            values\s""";
    private static final String ROW = "(?, ?, pg_current_xact_id()::text::bigint, ?, ?, ?, ?, ?)";
    static final String TELL = OUTBOX + ROW;
    static final String TELL_TWO = OUTBOX + ROW + ", " + ROW;

    private FloorSql() {}
}
