-- What orders publishes for other modules to query: roughly where a service takes place, for the ways between them.
-- Remote services have no place.
create or replace view order_place as
select o.county_id, o.id as order_id, o.latitude, o.longitude
from service_order o
where not o.remote and o.latitude is not null;
