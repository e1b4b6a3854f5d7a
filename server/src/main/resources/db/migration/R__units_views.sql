-- What units publishes for other modules to query: in which role somebody worked where, and from when to when.
create or replace view staff_standing as
select p.county_id, p.person_id, p.role, u.name as unit, p.given_at, p.ended_at
from staff_post p
join unit u on u.county_id = p.county_id and u.id = p.unit_id;
