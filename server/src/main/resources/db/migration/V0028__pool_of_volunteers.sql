-- What the pool of those who may be asked is read from.

-- The last day of a pause: nobody is asked until the day after. Null: no pause.
alter table volunteer add column paused_until date;

-- who is busy from now on, and who served lately
create index seat_by_end on seat (county_id, ends);
-- who was asked lately, and how they answered
create index offer_to_people_by_time on offer (county_id, made_at) where volunteer_id is not null;
-- who came to an order
create index seat_by_order on seat (county_id, order_id);
