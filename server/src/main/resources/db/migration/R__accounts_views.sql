-- What accounts publishes for other modules to query: who can be reached through the app, and who only by a call.
create or replace view person_reach as
select p.county_id, p.id as person_id, p.account_id is not null as signs_in
from person p
where p.erased_at is null;

-- Which consents stand, for the statements of other modules that may only do something with one.
create or replace view standing_consent as
select c.county_id, c.person_id, c.purpose
from consent c
where c.withdrawn_at is null;
