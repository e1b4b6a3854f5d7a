-- Lines of a plan that are on their way out, so that each server's boards tell how far it is, and for a moment what came
-- of it. Numbers alone: who sent what stands in plan_change.
create table plan_send (
  county_id bigint not null,
  plan_id uuid not null,
  -- a few are under way at once, each in a place of its own: two that want the same one meet in the key
  place int not null check (place >= 1),
  id uuid not null,
  total int not null check (total >= 1),
  done int not null check (done between 0 and total),
  -- the sender's latest word; one that fell silent has ended with its server
  told_at timestamptz not null,
  over boolean not null default false,
  -- null while it is under way, and where it broke off
  sent int,
  refused int,
  passed int,
  primary key (county_id, plan_id, place),
  check ((sent is null) = (refused is null) and (sent is null) = (passed is null)),
  check (over or sent is null),
  constraint send_of_plan foreign key (county_id, plan_id) references dispatch_plan (county_id, id)
);
select app_distribute('plan_send');
