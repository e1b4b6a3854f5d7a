-- Another time for a service that was agreed: one side asks, the other says yes or no. A small graph of its own.

create table time_proposal_transition (
  from_state text not null,
  command text not null,
  to_state text not null,
  primary key (from_state, command, to_state)
);
select app_reference('time_proposal_transition');
select app_append_only('time_proposal_transition');
insert into time_proposal_transition (from_state, command, to_state) values
  ('NEW', 'make', 'OPEN'),
  ('OPEN', 'accept', 'ACCEPTED'),
  ('OPEN', 'decline', 'DECLINED'),
  ('OPEN', 'withdraw', 'WITHDRAWN'),
  ('OPEN', 'overtake', 'OVERTAKEN');

create table time_proposal (
  county_id bigint not null,
  id uuid not null,
  version int not null,
  state text not null,
  order_id uuid not null,
  -- for whom it was asked; made_by may be somebody of the unit who heard it on the telephone
  side text not null check (side in ('REQUESTER', 'SERVING')),
  starts timestamptz not null,
  ends timestamptz not null,
  -- the time agreed when it was asked
  instead_starts timestamptz not null,
  instead_ends timestamptz not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (county_id, id),
  check (starts < ends),
  check (instead_starts < instead_ends),
  constraint proposal_of_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint proposal_made_by foreign key (county_id, made_by) references person (county_id, id)
);
select app_distribute('time_proposal');
create unique index time_proposal_one_open on time_proposal (county_id, order_id) where state = 'OPEN';

create table time_proposal_event (
  county_id bigint not null,
  proposal_id uuid not null,
  version int not null check (version >= 1),
  prior_version int generated always as (nullif(version - 1, 0)) stored,
  from_state text not null,
  command text not null,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid,
  reason text check (reason ~ '^[a-z_]+$'),
  primary key (county_id, proposal_id, version),
  unique (county_id, proposal_id, version, to_state),
  check ((version = 1) = (from_state = 'NEW'))
);
select app_distribute('time_proposal_event');
select app_append_only('time_proposal_event');
alter table time_proposal_event add constraint event_of_proposal foreign key (county_id, proposal_id)
  references time_proposal (county_id, id) deferrable initially deferred;
alter table time_proposal_event add constraint proposal_event_is_legal foreign key (from_state, command, to_state)
  references time_proposal_transition (from_state, command, to_state);
alter table time_proposal_event add constraint proposal_event_follows
  foreign key (county_id, proposal_id, prior_version, from_state)
  references time_proposal_event (county_id, proposal_id, version, to_state);
alter table time_proposal add constraint proposal_is_its_last_event foreign key (county_id, id, version, state)
  references time_proposal_event (county_id, proposal_id, version, to_state) deferrable initially deferred;
