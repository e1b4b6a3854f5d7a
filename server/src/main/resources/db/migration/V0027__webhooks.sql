-- Where other systems are told that an order changed its state.

create table webhook (
  county_id bigint not null,
  id uuid not null,
  -- told of the orders of its subtree, no others
  unit_id uuid not null,
  -- both sealed: an address may carry a password of its own
  address bytea not null,
  host text not null,
  secret bytea not null,
  -- still signs too until then, while the receiver changes over
  former_secret bytea,
  former_until timestamptz,
  states text[] not null check (cardinality(states) > 0),
  made_by uuid not null,
  made_at timestamptz not null,
  -- nothing is sent while it rests; why, as a code
  rests_since timestamptz,
  rests_because text check (rests_because in ('by_hand', 'unreachable', 'gone')),
  last_success_at timestamptz,
  ended_at timestamptz,
  primary key (county_id, id),
  check ((former_secret is null) = (former_until is null)),
  check ((rests_since is null) = (rests_because is null)),
  constraint webhook_of_unit foreign key (county_id, unit_id) references unit (county_id, id),
  constraint webhook_made_by foreign key (county_id, made_by) references person (county_id, id)
);
select app_distribute('webhook');
create index webhook_open on webhook (county_id, unit_id, id) where ended_at is null;

-- One step of one order for one webhook; a trial has no order. The words are made when it leaves: here are ids only.
create table webhook_delivery (
  county_id bigint not null,
  id uuid not null,
  webhook_id uuid not null,
  order_id uuid,
  order_version int,
  made_at timestamptz not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  -- until then one worker has it; a worker that died leaves a claim that runs out
  claimed_until timestamptz,
  -- what came of the last attempt: the receiver's status, or a code where there was none
  last_status int,
  last_trouble text check (last_trouble ~ '^[a-z_]+$'),
  outcome text check (outcome in ('DELIVERED', 'GIVEN_UP')),
  ended_at timestamptz,
  primary key (county_id, id),
  unique (county_id, webhook_id, order_id, order_version),
  check ((order_id is null) = (order_version is null)),
  check ((outcome is null) = (ended_at is null)),
  constraint webhook_delivery_of foreign key (county_id, webhook_id) references webhook (county_id, id),
  constraint webhook_delivery_tells foreign key (county_id, order_id, order_version)
    references order_event (county_id, order_id, version)
);
select app_distribute('webhook_delivery');
create index webhook_delivery_due on webhook_delivery (county_id, due_at, id) where outcome is null;
create index webhook_delivery_listed on webhook_delivery (county_id, webhook_id, id);
create index webhook_delivery_ended on webhook_delivery (county_id, ended_at) where outcome is not null;
