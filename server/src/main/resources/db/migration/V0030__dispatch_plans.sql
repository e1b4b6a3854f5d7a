-- Plans of who serves what: what was proposed, with which weights, from which facts, and what people made of it. Codes
-- and ids alone, so that a plan can be explained for as long as the orders stand.

create table dispatch_plan (
  county_id bigint not null,
  id uuid not null,
  unit_id uuid not null,
  version int not null check (version >= 1),
  state text not null check (state in ('MAKING', 'READY', 'REPLACED', 'FAILED')),
  phase text not null check (phase in ('READING', 'CHOOSING', 'WRITING')),
  -- whose pins and bans it took over
  replaces_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- somebody would rather have the best so far than wait
  stop_asked_at timestamptz,
  seed bigint not null,
  -- as used, so that the same plan can be made again
  weights text,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  cost bigint,
  bound bigint,
  orders int,
  seats int,
  proposed int,
  took_millis int,
  made_at timestamptz,
  primary key (county_id, id),
  check ((state in ('READY', 'REPLACED')) = (made_at is not null)),
  check ((made_at is null) = (digest is null)),
  constraint plan_of_unit foreign key (county_id, unit_id) references unit (county_id, id),
  constraint plan_asked_by foreign key (county_id, asked_by) references person (county_id, id),
  constraint plan_replaces foreign key (county_id, replaces_id) references dispatch_plan (county_id, id)
);
select app_distribute('dispatch_plan');
-- One is made at a time, and one stands: whoever presses the button twice makes one plan.
create unique index dispatch_plan_one_making on dispatch_plan (county_id, unit_id) where state = 'MAKING';
create unique index dispatch_plan_one_ready on dispatch_plan (county_id, unit_id) where state = 'READY';
create index dispatch_plan_by_unit on dispatch_plan (county_id, unit_id, id);

-- One seat and whom the plan proposes for it.
create table plan_line (
  county_id bigint not null,
  plan_id uuid not null,
  number int not null check (number >= 1),
  -- of the plan when this line was changed last: whoever saw an earlier one saw something else
  version int not null,
  order_id uuid not null,
  -- whom the engine proposed, whatever people made of it
  proposed_id uuid not null,
  -- null: taken off, the seat is open
  volunteer_id uuid,
  starts timestamptz not null,
  ends timestamptz not null,
  state text not null check (state in ('PROPOSED', 'OPEN', 'ASKED', 'SENT', 'REFUSED')),
  pinned boolean not null,
  metres int,
  terms int[] not null check (cardinality(terms) = 8),
  cost int not null,
  visits_before int not null,
  minutes_this_week int not null,
  asked_this_week int not null,
  wished boolean not null,
  next_best_id uuid,
  until_next_best bigint,
  offer_id uuid,
  -- an offer nobody answered yet, which this line would take back
  instead_of uuid,
  refusal text check (refusal ~ '^[a-z_.]+$'),
  refusal_args text[] not null default '{}',
  primary key (county_id, plan_id, number),
  check (starts < ends),
  check ((state = 'OPEN') = (volunteer_id is null)),
  check ((state = 'REFUSED') = (refusal is not null)),
  check ((state in ('ASKED', 'SENT')) = (offer_id is not null)),
  constraint line_of_plan foreign key (county_id, plan_id) references dispatch_plan (county_id, id),
  constraint line_of_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint line_of_volunteer foreign key (county_id, volunteer_id) references volunteer (county_id, person_id),
  constraint line_of_offer foreign key (county_id, offer_id) references offer (county_id, id)
);
select app_distribute('plan_line');
create unique index plan_line_once on plan_line (county_id, plan_id, order_id, volunteer_id)
  where volunteer_id is not null;
create index plan_line_by_order on plan_line (county_id, order_id);
create index plan_line_by_volunteer on plan_line (county_id, volunteer_id) where volunteer_id is not null;

-- Seats for which the plan has nobody, and why: of the nearest who have the skill, how many each rule stands against.
create table plan_gap (
  county_id bigint not null,
  plan_id uuid not null,
  order_id uuid not null,
  seats int not null check (seats between 1 and 12),
  -- of those, the ones nobody could fill whatever the plan
  unfillable int not null,
  -- null: its window leaves no time any more
  starts timestamptz,
  ends timestamptz,
  skill text not null,
  skilled int not null,
  obstacles text[] not null,
  counts int[] not null,
  primary key (county_id, plan_id, order_id),
  check (cardinality(obstacles) = cardinality(counts)),
  check ((starts is null) = (ends is null)),
  constraint gap_of_plan foreign key (county_id, plan_id) references dispatch_plan (county_id, id),
  constraint gap_of_order foreign key (county_id, order_id) references service_order (county_id, id)
);
select app_distribute('plan_gap');
create index plan_gap_by_order on plan_gap (county_id, order_id);

-- Who shall not be proposed for what again; goes over to the next plan.
create table plan_ban (
  county_id bigint not null,
  plan_id uuid not null,
  order_id uuid not null,
  volunteer_id uuid not null,
  primary key (county_id, plan_id, order_id, volunteer_id),
  constraint ban_of_plan foreign key (county_id, plan_id) references dispatch_plan (county_id, id),
  constraint ban_of_volunteer foreign key (county_id, volunteer_id) references volunteer (county_id, person_id)
);
select app_distribute('plan_ban');

-- What people changed, and what came of sending. Line 0: the plan as a whole.
create table plan_change (
  county_id bigint not null,
  plan_id uuid not null,
  version int not null check (version >= 1),
  line int not null check (line >= 0),
  kind text not null check (kind in (
    'make', 'stop', 'finish', 'fail', 'replace', 'pin', 'unpin', 'take_off', 'ban', 'move', 'displace', 'send',
    'refuse')),
  actor_id uuid,
  at timestamptz not null,
  volunteer_id uuid,
  -- whom the line proposed before, at what cost and why
  instead_of uuid,
  was_cost int,
  was_terms int[],
  code text check (code ~ '^[a-z_.]+$'),
  primary key (county_id, plan_id, version, line),
  constraint change_of_plan foreign key (county_id, plan_id) references dispatch_plan (county_id, id)
);
select app_distribute('plan_change');
select app_append_only('plan_change');
