-- What orders publishes for boards: where an order stands and by when, nothing that says for whom.
create or replace view order_standing as
select o.county_id, o.id as order_id, o.number, o.state, o.unit_id, o.project_id, o.urgent, o.confidential, o.headcount,
  o.due_at, o.agreed_from, o.agreed_to
from service_order o;
