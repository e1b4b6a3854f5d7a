package feiyan.orders;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Sealed;
import org.springframework.stereotype.Component;

/** The sections around a person's orders. */
@Component
class OrdersAbout {

    void tellHistory(DataSheet sheet) {
        sheet.rows("order_history", """
                select o.number, e.at, e.command, e.to_state as state, u.name as unit, e.reason, n.words, o.id
                from service_order o
                join order_event e on e.county_id = :county and e.order_id = o.id
                join unit u on u.county_id = :county and u.id = e.unit_id
                left join order_note n on n.county_id = :county and n.order_id = o.id and n.version = e.version
                where o.county_id = :county and o.requester_id = :person order by o.id, e.version
                """, Sealed.words("words", "order_note.words", "id"));
        sheet.rows("calls", """
                select o.number, c.at, c.reached from service_order o
                join order_call c on c.county_id = :county and c.order_id = o.id
                where o.county_id = :county and o.requester_id = :person order by c.id
                """);
        sheet.rows("ratings", """
                select o.number, r.at, r.solved, r.timeliness, r.attitude, r.quality, r.words, r.how, o.id
                from service_order o join order_rating r on r.county_id = :county and r.order_id = o.id
                where o.county_id = :county and o.requester_id = :person order by r.at
                """, Sealed.words("words", "order_rating.words", "id"));
        sheet.rows("complaints", """
                select o.number, e.at, e.command, u.name as unit, w.words, c.id from complaint c
                join service_order o on o.county_id = :county and o.id = c.order_id
                join complaint_event e on e.county_id = :county and e.complaint_id = c.id
                join unit u on u.county_id = :county and u.id = e.unit_id
                left join complaint_words w
                  on w.county_id = :county and w.complaint_id = c.id and w.version = e.version
                where c.county_id = :county and c.by_id = :person order by c.id, e.version
                """, Sealed.words("words", "complaint_words.words", "id"));
        sheet.rows("order_views", """
                select o.number, v.at, v.fields, v.reason, s.role, s.unit from service_order o
                join sensitive_view v on v.county_id = :county and v.subject_id = o.id
                left join lateral (
                  select t.role, t.unit from staff_standing t
                  where t.county_id = :county and t.person_id = v.viewer_id and t.given_at <= v.at
                    and (t.ended_at is null or t.ended_at > v.at)
                  order by t.given_at limit 1) s on true
                where o.county_id = :county and o.requester_id = :person and v.viewer_id <> :person order by v.at
                """);
    }

    /** The numbers as they stand there: masked. */
    void tellFamily(DataSheet sheet) {
        sheet.rows("followers", """
                select case when f.parent_id = :person then 'follows_you' else 'you_follow' end as tie, f.may_order,
                  f.allowed_at, f.allowed_how, f.withdrawn_at
                from order_follower f
                where f.county_id = :county and :person in (f.parent_id, f.follower_id) order by f.id
                """);
        sheet.rows("follow_requests", """
                select r.id, r.phone, r.may_order, r.asked_at from follow_request r
                where r.county_id = :county and r.follower_id = :person order by r.id
                """, Sealed.words("phone", "follow_request.phone", "id"));
        sheet.rows("asked_to_follow_you", """
                select r.id, r.asker as phone, r.may_order, r.asked_at, r.answer, r.answered_at from follow_request r
                where r.county_id = :county and r.phone_key = :key order by r.id
                """, Sealed.words("phone", "follow_request.asker", "id"));
    }

    void tellTheRest(DataSheet sheet) {
        sheet.rows("draft", """
                select d.id, d.kept_at, d.content from order_draft d
                where d.county_id = :county and d.person_id = :person
                """, Sealed.words("content", "order_draft.content", "id"));
        sheet.rows("media", """
                select o.number, m.type, m.sent_at, m.content, m.id from order_media m
                left join service_order o on o.county_id = :county and o.id = m.order_id
                where m.county_id = :county and (o.requester_id = :person or m.draft_id in (
                  select d.id from order_draft d where d.county_id = :county and d.person_id = :person))
                order by m.id
                """, Sealed.media("content", "order_media.content", "id"));
        sheet.rows("household_cards", """
                select c.number, c.issued_at from household_card c
                where c.county_id = :county and c.person_id = :person order by c.number
                """);
        sheet.rows("saved_searches", """
                select f.id, f.name, f.saved_at from saved_filter f
                where f.county_id = :county and f.owner_id = :person order by f.id
                """, Sealed.words("name", "saved_filter.name", "id"));
    }
}
