-- The order and its history. History can only be a legal walk, whoever writes: see docs/order-lifecycle.md.

create table order_transition (
  from_state text not null,
  command text not null,
  to_state text not null,
  primary key (from_state, command, to_state)
);
select app_reference('order_transition');
select app_append_only('order_transition');
insert into order_transition (from_state, command, to_state) values
  ('NEW', 'place', 'SUBMITTED'),
  ('NEW', 'group', 'APPROVED'),
  ('SUBMITTED', 'ask_back', 'RETURNED'),
  ('APPROVED', 'ask_back', 'RETURNED'),
  ('RETURNED', 'answer', 'SUBMITTED'),
  ('RETURNED', 'lapse', 'CANCELLED'),
  ('SUBMITTED', 'escalate', 'SUBMITTED'),
  ('APPROVED', 'escalate', 'SUBMITTED'),
  ('SUBMITTED', 'hand_down', 'SUBMITTED'),
  ('APPROVED', 'hand_down', 'SUBMITTED'),
  ('SUBMITTED', 'approve', 'APPROVED'),
  ('SUBMITTED', 'refuse', 'REFUSED'),
  ('RETURNED', 'refuse', 'REFUSED'),
  ('APPROVED', 'refuse', 'REFUSED'),
  ('REFUSED', 'appeal_upheld', 'SUBMITTED'),
  ('SUBMITTED', 'resolve', 'SERVED'),
  ('APPROVED', 'resolve', 'SERVED'),
  ('SUBMITTED', 'merge', 'MERGED'),
  ('APPROVED', 'merge', 'MERGED'),
  ('MERGED', 'split', 'SUBMITTED'),
  ('MERGED', 'served_by_group', 'SERVED'),
  ('APPROVED', 'offer', 'OFFERED'),
  ('OFFERED', 'offer', 'OFFERED'),
  ('OFFERED', 'run_dry', 'APPROVED'),
  ('OFFERED', 'confirm', 'ACCEPTED'),
  ('ACCEPTED', 'reschedule', 'ACCEPTED'),
  ('ACCEPTED', 'reseat', 'ACCEPTED'),
  ('ACCEPTED', 'give_back', 'APPROVED'),
  ('ACCEPTED', 'no_show', 'APPROVED'),
  ('ACCEPTED', 'start', 'IN_SERVICE'),
  ('IN_SERVICE', 'finish', 'SERVED'),
  ('IN_SERVICE', 'break_off', 'APPROVED'),
  ('SUBMITTED', 'cancel', 'CANCELLED'),
  ('RETURNED', 'cancel', 'CANCELLED'),
  ('APPROVED', 'cancel', 'CANCELLED'),
  ('OFFERED', 'cancel', 'CANCELLED'),
  ('ACCEPTED', 'cancel', 'CANCELLED'),
  ('MERGED', 'cancel', 'CANCELLED'),
  ('IN_SERVICE', 'cancel', 'CANCELLED'),
  ('SERVED', 'rate', 'CLOSED'),
  ('CLOSED', 'rate', 'CLOSED'),
  ('SERVED', 'close_unrated', 'CLOSED'),
  ('SERVED', 'reopen', 'SUBMITTED'),
  ('CLOSED', 'reopen', 'SUBMITTED');

create table service_order (
  county_id bigint not null,
  id uuid not null,
  version int not null,
  state text not null,
  number text not null,
  -- where it stands; a fact apart from the state
  unit_id uuid not null,
  -- the station of the household, and the unit that approved it last
  station_id uuid not null,
  dispatching_unit_id uuid,
  project_id uuid,
  urgent boolean not null default false,
  confidential boolean not null default false,
  channel text not null check (channel in ('PHONE_PAGE', 'COUNTER', 'TELEPHONE', 'SWALLOW', 'GROUP')),
  requester_id uuid,
  placed_by uuid not null,
  headcount int not null check (headcount between 1 and 12),
  duration_minutes int not null check (duration_minutes between 5 and 1440),
  remote boolean not null default false,
  area_code text,
  -- the home, rounded to about 200 m
  latitude double precision,
  longitude double precision,
  window_from timestamptz not null,
  window_to timestamptz not null,
  agreed_from timestamptz,
  agreed_to timestamptz,
  parent_id uuid,
  reopened int not null default 0,
  rated boolean not null default false,
  placed_at timestamptz not null,
  -- the present clock: a projection of history, policy and calendar, kept for sorting
  due_at timestamptz,
  primary key (county_id, id),
  unique (county_id, number),
  check (window_from < window_to),
  check ((agreed_from is null) = (agreed_to is null)),
  check ((channel = 'GROUP') = (requester_id is null)),
  check ((state = 'MERGED') <= (parent_id is not null)),
  constraint order_at_unit foreign key (county_id, unit_id) references unit (county_id, id),
  constraint order_of_station foreign key (county_id, station_id) references unit (county_id, id),
  constraint order_dispatched_by foreign key (county_id, dispatching_unit_id) references unit (county_id, id),
  constraint order_for_project foreign key (county_id, project_id) references project (county_id, id),
  constraint order_of_requester foreign key (county_id, requester_id) references person (county_id, id),
  constraint order_merged_into foreign key (county_id, parent_id) references service_order (county_id, id),
  constraint order_in_area foreign key (county_id, area_code) references area (county_id, code)
);
select app_distribute('service_order');
create index order_by_unit on service_order (county_id, unit_id, state, due_at, id);
create index order_by_requester on service_order (county_id, requester_id, id);
create index order_by_placer on service_order (county_id, placed_by, id);
create index order_by_parent on service_order (county_id, parent_id) where parent_id is not null;
create index order_by_due on service_order (county_id, due_at, id) where due_at is not null;

-- Codes and ids only: this row stays when words, media and identity are erased.
create table order_event (
  county_id bigint not null,
  order_id uuid not null,
  version int not null check (version >= 1),
  prior_version int generated always as (nullif(version - 1, 0)) stored,
  from_state text not null,
  command text not null,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid,
  unit_id uuid not null,
  reason text check (reason ~ '^[a-z_]+$'),
  primary key (county_id, order_id, version),
  unique (county_id, order_id, version, to_state),
  check ((version = 1) = (from_state = 'NEW'))
);
select app_distribute('order_event');
select app_append_only('order_event');
alter table order_event add constraint event_of_order foreign key (county_id, order_id)
  references service_order (county_id, id) deferrable initially deferred;
alter table order_event add constraint event_is_legal foreign key (from_state, command, to_state)
  references order_transition (from_state, command, to_state);
alter table order_event add constraint event_follows foreign key (county_id, order_id, prior_version, from_state)
  references order_event (county_id, order_id, version, to_state);
alter table order_event add constraint event_at_unit foreign key (county_id, unit_id)
  references unit (county_id, id);
alter table service_order add constraint order_is_its_last_event foreign key (county_id, id, version, state)
  references order_event (county_id, order_id, version, to_state) deferrable initially deferred;
create index order_event_by_unit on order_event (county_id, unit_id, order_id);

-- The erasable side: what was said, by and for whom, where. Sealed; one row an order.
create table order_words (
  county_id bigint not null,
  order_id uuid not null,
  need bytea,
  recipient_name bytea,
  phone bytea,
  address bytea,
  erased_at timestamptz,
  primary key (county_id, order_id),
  constraint words_of_order foreign key (county_id, order_id) references service_order (county_id, id)
);
select app_distribute('order_words');

-- Words that go with one event: a question asked back, a reason, a next step, what was done. Sealed and erasable.
create table order_note (
  county_id bigint not null,
  order_id uuid not null,
  version int not null,
  words bytea not null,
  primary key (county_id, order_id, version),
  constraint note_of_event foreign key (county_id, order_id, version)
    references order_event (county_id, order_id, version)
);
select app_distribute('order_note');

-- One rating for each time it was served.
create table order_rating (
  county_id bigint not null,
  order_id uuid not null,
  round int not null check (round >= 0),
  solved boolean not null,
  timeliness int check (timeliness between 1 and 5),
  attitude int check (attitude between 1 and 5),
  quality int check (quality between 1 and 5),
  words bytea,
  how text not null check (how in ('PAGE', 'LINK', 'CALL_BACK', 'PAPER')),
  late boolean not null,
  rated_by uuid not null,
  at timestamptz not null,
  primary key (county_id, order_id, round),
  constraint rating_of_order foreign key (county_id, order_id) references service_order (county_id, id)
);
select app_distribute('order_rating');

-- Whom dispatch has made party to an order, beside its requester and the units: what they may see hangs on it.
create table order_party (
  county_id bigint not null,
  order_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('OFFERED', 'LEADER', 'SEAT')),
  since timestamptz not null,
  primary key (county_id, order_id, person_id, part),
  constraint party_to_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint party_is_person foreign key (county_id, person_id) references person (county_id, id)
);
select app_distribute('order_party');
create index order_party_by_person on order_party (county_id, person_id, part, order_id);

-- Attempts to reach the requester by telephone: nothing lapses before one was made.
create table order_call (
  county_id bigint not null,
  id uuid not null,
  order_id uuid not null,
  at timestamptz not null,
  caller_id uuid not null,
  reached boolean not null,
  primary key (county_id, id),
  constraint call_about_order foreign key (county_id, order_id) references service_order (county_id, id)
);
select app_distribute('order_call');
select app_append_only('order_call');
create index order_call_by_order on order_call (county_id, order_id, at);
