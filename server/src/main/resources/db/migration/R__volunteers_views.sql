-- What volunteers publishes for other modules to query: who serves now, with the name they go by.
-- The name stands in accounts' table; here it is joined once, so that no other query needs to.
create or replace view serving_volunteer as
select v.county_id, v.person_id as volunteer_id, v.number, p.name, v.unit_id, coalesce(v.latitude, u.latitude) as latitude,
  coalesce(v.longitude, u.longitude) as longitude, v.radius_metres,
  v.weekly_limit_minutes, v.free_hours, v.gender, v.party_member, v.born_year, v.insured_until,
  v.paused_until
from volunteer v
join person p on p.county_id = v.county_id and p.id = v.person_id
join unit u on u.county_id = v.county_id and u.id = v.unit_id
where v.left_at is null;

create or replace view serving_skill as
select s.county_id, s.person_id as volunteer_id, s.skill
from volunteer_skill s;

-- A certificate counts once a unit's staff has seen the proof.
create or replace view checked_qualification as
select q.county_id, q.person_id as volunteer_id, q.kind, q.valid_until
from qualification q
where q.checked_at is not null;

create or replace view standing_team as
select t.county_id, t.id as team_id, t.unit_id, t.name, t.kind, t.field, t.leader_id, t.ends_on
from team t
where t.dissolved_at is null;

create or replace view serving_member as
select m.county_id, m.team_id, m.person_id as volunteer_id
from team_member m
where m.left_at is null;
