-- What was seen and what was done, in one form: for the sealer that chains it, and for whoever verifies the chain.
create or replace view audit_source as
select v.county_id, 'VIEW'::text as source, v.id, v.at, v.viewer_id as actor_id, 'view'::text as kind, v.subject,
  v.subject_id, v.fields, v.reason, null::uuid as unit_id, v.mac
from sensitive_view v
union all
select a.county_id, 'ACT'::text, a.id, a.at, a.actor_id, a.kind, a.subject, a.subject_id, a.fields, a.reason, a.unit_id,
  a.mac
from audit_act a;
