-- What orders publishes for other modules to query: roughly where a service takes place, for the ways between them.
-- Remote services have no place.
create or replace view order_place as
select o.county_id, o.id as order_id, o.latitude, o.longitude
from service_order o
where not o.remote and o.latitude is not null;

-- Who may follow which order at this moment: not of confidential ones, and not after the consent has ended. Of a merged
-- order also its group, whose fate it shares.
create or replace view order_following as
select o.county_id, o.id as order_id, case when o.state = 'MERGED' then o.parent_id end as group_id, f.parent_id,
  f.follower_id
from service_order o
join order_follower f on f.county_id = o.county_id and f.parent_id = o.requester_id
where f.withdrawn_at is null and not o.confidential;

-- Each step of an order in codes and ids alone, for whoever tells other systems of it.
create or replace view order_step as
select e.county_id, e.order_id, e.version, e.from_state, e.command, e.to_state, e.at, e.unit_id, e.reason, o.number,
  o.station_id, o.project_id, o.urgent, o.confidential
from order_event e
join service_order o on o.county_id = e.county_id and o.id = e.order_id;

-- Whose order it is, by ids alone: nobody serves what they ordered, and who came before may come again. Of a group
-- order nobody is the requester.
create or replace view order_origin as
select o.county_id, o.id as order_id, o.requester_id, o.placed_by as placed_by_id, o.confidential
from service_order o;

-- How content people were, in hundredths of five stars: never of confidential orders, and no word of what was said.
create or replace view order_grade as
select r.county_id, r.order_id, r.round, r.at,
  round(100 * (coalesce(r.timeliness, 0) + coalesce(r.attitude, 0) + coalesce(r.quality, 0))::numeric
    / num_nonnulls(r.timeliness, r.attitude, r.quality))::int as hundredths
from order_rating r
join service_order o on o.county_id = r.county_id and o.id = r.order_id
where not o.confidential and num_nonnulls(r.timeliness, r.attitude, r.quality) > 0;
