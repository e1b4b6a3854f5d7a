-- What orders publishes for the audit: by which code an order goes, whose and of when it is.
create or replace view order_about as
select o.county_id, o.id as order_id, o.number, o.requester_id, o.placed_at
from service_order o;

-- Orders whose words nobody needs any more, since when: over, with no complaint under way and not held back.
create or replace view order_over as
select o.county_id, o.id as order_id, e.at as over_at
from service_order o
join order_event e on e.county_id = o.county_id and e.order_id = o.id and e.version = o.version
where o.state in ('CLOSED', 'REFUSED', 'CANCELLED')
  and not exists (
    select 1 from complaint c
    where c.county_id = o.county_id and c.order_id = o.id and c.state in ('OPEN', 'ANSWERED', 'RAISED'))
  and not exists (select 1 from retention_hold h where h.county_id = o.county_id and h.order_id = o.id);

-- Whose a photo or a voice message is.
create or replace view order_media_about as
select m.county_id, m.id as media_id, coalesce(o.requester_id, d.person_id) as requester_id
from order_media m
left join service_order o on o.county_id = m.county_id and o.id = m.order_id
left join order_draft d on d.county_id = m.county_id and d.id = m.draft_id;

-- Orders whose words stay, whoever wants to be forgotten: a complaint is under way, or somebody holds them back.
create or replace view order_kept as
select o.county_id, o.id as order_id, o.requester_id
from service_order o
where exists (
    select 1 from complaint c
    where c.county_id = o.county_id and c.order_id = o.id and c.state in ('OPEN', 'ANSWERED', 'RAISED'))
  or exists (select 1 from retention_hold h where h.county_id = o.county_id and h.order_id = o.id);
