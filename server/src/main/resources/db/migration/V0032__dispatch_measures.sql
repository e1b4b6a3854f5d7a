-- Measures of dispatch, and other weights tried before they hold.

-- What went out within some days, and the seats that came of it.
create index offer_by_made on offer (county_id, made_at);
create index seat_by_offer on seat (county_id, offer_id);

-- Other weights, tried on the orders of the last days before they hold (docs/dispatch.md). Ids and figures; a trial is
-- forgotten after some weeks, what was decided stands in policy_change.
create table weight_trial (
  county_id bigint not null,
  id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  -- in percent, and when it was last heard of: one whose instance has ended is heard of no more
  progress int not null check (progress between 0 and 100),
  heard_at timestamptz not null,
  -- how many orders were planned anew, how many more there were, how many seats change hands
  orders int,
  left_out int,
  changed int,
  primary key (county_id, id),
  check ((state = 'DONE') = (orders is not null and left_out is not null and changed is not null)),
  constraint trial_asked_by foreign key (county_id, asked_by) references person (county_id, id)
);
select app_distribute('weight_trial');
create unique index weight_trial_one_running on weight_trial (county_id) where state = 'RUNNING';
create index weight_trial_by_age on weight_trial (county_id, asked_at);

-- The weights that differ: what held when it was asked, and what is tried instead.
create table weight_trial_value (
  county_id bigint not null,
  trial_id uuid not null,
  key text not null,
  held int not null,
  tried int not null,
  primary key (county_id, trial_id, key),
  check (held <> tried),
  constraint value_of_trial foreign key (county_id, trial_id) references weight_trial (county_id, id)
);
select app_distribute('weight_trial_value');

-- The plans of both, in figures; metres are empty where no seat has a way.
create table weight_trial_side (
  county_id bigint not null,
  trial_id uuid not null,
  side text not null check (side in ('HELD', 'TRIED')),
  seats int not null,
  filled int not null,
  unfillable int not null,
  mean_metres int,
  ninth_metres int,
  people int not null,
  asked int not null,
  gini double precision not null,
  busiest_tenth int not null,
  primary key (county_id, trial_id, side),
  constraint side_of_trial foreign key (county_id, trial_id) references weight_trial (county_id, id)
);
select app_distribute('weight_trial_side');

-- Some of the seats that change hands, the latest first.
create table weight_trial_change (
  county_id bigint not null,
  trial_id uuid not null,
  rank int not null check (rank >= 1),
  order_id uuid not null,
  starts timestamptz not null,
  held_id uuid,
  tried_id uuid,
  primary key (county_id, trial_id, rank),
  constraint change_in_trial foreign key (county_id, trial_id) references weight_trial (county_id, id),
  constraint change_of_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint change_from foreign key (county_id, held_id) references volunteer (county_id, person_id),
  constraint change_to foreign key (county_id, tried_id) references volunteer (county_id, person_id)
);
select app_distribute('weight_trial_change');
