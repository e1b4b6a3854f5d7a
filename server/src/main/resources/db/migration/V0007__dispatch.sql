-- Offers and seats: who was asked, who comes. Small graphs of their own, in the manner of the order.

create table offer_transition (
  from_state text not null,
  command text not null,
  to_state text not null,
  primary key (from_state, command, to_state)
);
select app_reference('offer_transition');
select app_append_only('offer_transition');
insert into offer_transition (from_state, command, to_state) values
  ('NEW', 'make', 'OPEN'),
  ('OPEN', 'accept', 'ACCEPTED'),
  ('OPEN', 'decline', 'DECLINED'),
  ('OPEN', 'expire', 'EXPIRED'),
  ('OPEN', 'withdraw', 'WITHDRAWN'),
  ('ACCEPTED', 'return', 'RETURNED');

create table offer (
  county_id bigint not null,
  id uuid not null,
  version int not null,
  state text not null,
  order_id uuid not null,
  team_id uuid,
  volunteer_id uuid,
  proposed_from timestamptz not null,
  proposed_to timestamptz not null,
  deadline timestamptz not null,
  made_at timestamptz not null,
  primary key (county_id, id),
  check ((team_id is null) <> (volunteer_id is null)),
  check (proposed_from < proposed_to),
  constraint offer_of_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint offer_to_team foreign key (county_id, team_id) references team (county_id, id),
  constraint offer_to_volunteer foreign key (county_id, volunteer_id) references volunteer (county_id, person_id)
);
select app_distribute('offer');
create index offer_by_order on offer (county_id, order_id);
create index offer_by_team on offer (county_id, team_id, state, deadline);
create index offer_by_volunteer on offer (county_id, volunteer_id, state, deadline);
create index offer_open_by_deadline on offer (county_id, deadline, id) where state = 'OPEN';
create unique index offer_team_once on offer (county_id, order_id, team_id) where state = 'OPEN';
create unique index offer_volunteer_once on offer (county_id, order_id, volunteer_id) where state = 'OPEN';

create table offer_event (
  county_id bigint not null,
  offer_id uuid not null,
  version int not null check (version >= 1),
  prior_version int generated always as (nullif(version - 1, 0)) stored,
  from_state text not null,
  command text not null,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid,
  reason text check (reason ~ '^[a-z_]+$'),
  primary key (county_id, offer_id, version),
  unique (county_id, offer_id, version, to_state),
  check ((version = 1) = (from_state = 'NEW'))
);
select app_distribute('offer_event');
select app_append_only('offer_event');
alter table offer_event add constraint event_of_offer foreign key (county_id, offer_id)
  references offer (county_id, id) deferrable initially deferred;
alter table offer_event add constraint offer_event_is_legal foreign key (from_state, command, to_state)
  references offer_transition (from_state, command, to_state);
alter table offer_event add constraint offer_event_follows foreign key (county_id, offer_id, prior_version, from_state)
  references offer_event (county_id, offer_id, version, to_state);
alter table offer add constraint offer_is_its_last_event foreign key (county_id, id, version, state)
  references offer_event (county_id, offer_id, version, to_state) deferrable initially deferred;

create table seat_transition (
  from_state text not null,
  command text not null,
  to_state text not null,
  primary key (from_state, command, to_state)
);
select app_reference('seat_transition');
select app_append_only('seat_transition');
insert into seat_transition (from_state, command, to_state) values
  ('NEW', 'take', 'TAKEN'),
  ('TAKEN', 'give_back', 'GIVEN_BACK'),
  ('TAKEN', 'release', 'RELEASED'),
  ('TAKEN', 'move', 'TAKEN'),
  ('TAKEN', 'miss', 'NO_SHOW'),
  ('TAKEN', 'check_in', 'PRESENT'),
  ('PRESENT', 'check_out', 'SERVED'),
  ('PRESENT', 'settle', 'SERVED');

-- A seat that somebody took. The number of live seats never passes the headcount: each live one has a place of its own.
create table seat (
  county_id bigint not null,
  id uuid not null,
  version int not null,
  state text not null,
  order_id uuid not null,
  place int not null check (place between 1 and 12),
  volunteer_id uuid not null,
  offer_id uuid not null,
  starts timestamptz not null,
  ends timestamptz not null,
  taken_at timestamptz not null,
  primary key (county_id, id),
  check (starts < ends),
  constraint seat_of_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint seat_by_offer foreign key (county_id, offer_id) references offer (county_id, id),
  constraint seat_of_volunteer foreign key (county_id, volunteer_id) references volunteer (county_id, person_id),
  -- nobody is at two services at once, whatever the code above believes
  constraint seat_no_overlap exclude using gist (
    county_id with =, volunteer_id with =, tstzrange(starts, ends) with &&)
    where (state in ('TAKEN', 'PRESENT', 'SERVED'))
);
select app_distribute('seat');
-- A served seat has left its place: an order that was not solved is filled anew, perhaps by the same people.
create unique index seat_one_place on seat (county_id, order_id, place) where state in ('TAKEN', 'PRESENT');
create unique index seat_one_each on seat (county_id, order_id, volunteer_id) where state in ('TAKEN', 'PRESENT');
-- for the clock that finds who never came
create index seat_taken_by_end on seat (county_id, ends) where state = 'TAKEN';
create index seat_by_volunteer on seat (county_id, volunteer_id, starts);

create table seat_event (
  county_id bigint not null,
  seat_id uuid not null,
  version int not null check (version >= 1),
  prior_version int generated always as (nullif(version - 1, 0)) stored,
  from_state text not null,
  command text not null,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid,
  reason text check (reason ~ '^[a-z_]+$'),
  primary key (county_id, seat_id, version),
  unique (county_id, seat_id, version, to_state),
  check ((version = 1) = (from_state = 'NEW'))
);
select app_distribute('seat_event');
select app_append_only('seat_event');
alter table seat_event add constraint event_of_seat foreign key (county_id, seat_id)
  references seat (county_id, id) deferrable initially deferred;
alter table seat_event add constraint seat_event_is_legal foreign key (from_state, command, to_state)
  references seat_transition (from_state, command, to_state);
alter table seat_event add constraint seat_event_follows foreign key (county_id, seat_id, prior_version, from_state)
  references seat_event (county_id, seat_id, version, to_state);
alter table seat add constraint seat_is_its_last_event foreign key (county_id, id, version, state)
  references seat_event (county_id, seat_id, version, to_state) deferrable initially deferred;

-- The lock under which a person's week is judged, and what it already holds.
create table volunteer_week (
  county_id bigint not null,
  volunteer_id uuid not null,
  week date not null check (extract(isodow from week) = 1),
  booked_minutes int not null check (booked_minutes >= 0),
  limit_minutes int not null,
  primary key (county_id, volunteer_id, week),
  constraint week_not_overfull check (booked_minutes <= limit_minutes),
  constraint week_of_volunteer foreign key (county_id, volunteer_id) references volunteer (county_id, person_id)
);
select app_distribute('volunteer_week');
