-- What orders publishes for the audit: by which code an order goes and whose it is.
create or replace view order_about as
select o.county_id, o.id as order_id, o.number, o.requester_id
from service_order o;
