-- What volunteers publishes for retention: who has a record of service, and since when it is closed.
create or replace view volunteer_record as
select v.county_id, v.person_id, v.left_at as closed_at
from volunteer v;
