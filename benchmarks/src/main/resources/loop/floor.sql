-- The least that must be written for one need, in tables of the product's own shape beside its own. What stands here is
-- what the domain asks of any program, whoever writes it (docs/domain.md, docs/order-lifecycle.md):
--   order and words    the need itself; what names a person stands apart, since it must be erasable while the rest stays
--   an event per step  who did what when, never edited: of the order, of each offer, of each seat
--   offer, reason      whom one asked, until when, and what that rested on: it has to be explained to whoever asks
--   seat, week         who comes, at no two places at once, and within the hours they give a week
--   party              whom a step let see the order: every list and page of volunteers is read by it
--   attendance         when somebody came and went: minutes come from that and from nothing else
--   rating             what the requester said
--   outbox             what others must hear of, in the very transaction in which it happened
-- With the constraints that keep a history legal whoever writes it, and an index for each screen or clock that has to
-- find a row by something else than its key. What the product has and nobody of the loop needs is not here.
create schema floor;
grant usage on schema floor to feiyan_app;
set search_path = floor, public;

create table service_order (like public.service_order including defaults including constraints,
  primary key (county_id, id), unique (county_id, number));
create table order_event (like public.order_event including defaults including constraints including generated,
  primary key (county_id, order_id, version), unique (county_id, order_id, version, to_state));
create table order_words (like public.order_words including defaults including constraints,
  primary key (county_id, order_id));
create table order_party (like public.order_party including defaults including constraints,
  primary key (county_id, order_id, person_id, part));
create table offer (like public.offer including defaults including constraints,
  primary key (county_id, id));
create table offer_event (like public.offer_event including defaults including constraints including generated,
  primary key (county_id, offer_id, version), unique (county_id, offer_id, version, to_state));
create table offer_reason (like public.offer_reason including defaults including constraints,
  primary key (county_id, offer_id));
create table seat (like public.seat including defaults including constraints,
  primary key (county_id, id),
  -- nobody is at two services at once
  constraint seat_no_overlap exclude using gist (
    county_id with =, volunteer_id with =, tstzrange(starts, ends) with &&)
    where (state in ('TAKEN', 'PRESENT', 'SERVED')));
create table seat_event (like public.seat_event including defaults including constraints including generated,
  primary key (county_id, seat_id, version), unique (county_id, seat_id, version, to_state));
create table volunteer_week (like public.volunteer_week including defaults including constraints,
  primary key (county_id, volunteer_id, week));
create table attendance (like public.attendance including defaults including constraints including generated,
  primary key (county_id, seat_id));
create table order_rating (like public.order_rating including defaults including constraints,
  primary key (county_id, order_id, round));
create table outbox (like public.outbox including defaults including constraints,
  primary key (county_id, id));

-- The same past as the product's: a history of years makes indexes deeper and plans different.
do $$
declare
  filled record;
begin
  for filled in
    select table_name, string_agg(quote_ident(column_name), ', ') as columns
    from information_schema.columns
    where table_schema = 'floor' and is_generated = 'NEVER'
    group by table_name
  loop
    execute format('insert into floor.%1$I (%2$s) select %2$s from public.%1$I', filled.table_name, filled.columns);
  end loop;
end $$;

-- An order is somewhere, of somebody, for something; a history is a legal walk and the row its last step.
alter table service_order
  add foreign key (county_id, unit_id) references public.unit (county_id, id),
  add foreign key (county_id, station_id) references public.unit (county_id, id),
  add foreign key (county_id, dispatching_unit_id) references public.unit (county_id, id),
  add foreign key (county_id, project_id) references public.project (county_id, id),
  add foreign key (county_id, requester_id) references public.person (county_id, id),
  add foreign key (county_id, id, version, state) references order_event (county_id, order_id, version, to_state)
    deferrable initially deferred;
alter table order_event
  add foreign key (county_id, order_id) references service_order (county_id, id) deferrable initially deferred,
  add foreign key (from_state, command, to_state) references public.order_transition (from_state, command, to_state),
  add foreign key (county_id, order_id, prior_version, from_state)
    references order_event (county_id, order_id, version, to_state),
  add foreign key (county_id, unit_id) references public.unit (county_id, id);
alter table order_words add foreign key (county_id, order_id) references service_order (county_id, id);
alter table order_party
  add foreign key (county_id, order_id) references service_order (county_id, id),
  add foreign key (county_id, person_id) references public.person (county_id, id);
alter table offer
  add foreign key (county_id, order_id) references service_order (county_id, id),
  add foreign key (county_id, team_id) references public.team (county_id, id),
  add foreign key (county_id, volunteer_id) references public.volunteer (county_id, person_id),
  add foreign key (county_id, id, version, state) references offer_event (county_id, offer_id, version, to_state)
    deferrable initially deferred;
alter table offer_event
  add foreign key (county_id, offer_id) references offer (county_id, id) deferrable initially deferred,
  add foreign key (from_state, command, to_state) references public.offer_transition (from_state, command, to_state),
  add foreign key (county_id, offer_id, prior_version, from_state)
    references offer_event (county_id, offer_id, version, to_state);
alter table offer_reason
  add foreign key (county_id, offer_id) references offer (county_id, id),
  add foreign key (county_id, volunteer_id) references public.volunteer (county_id, person_id);
alter table seat
  add foreign key (county_id, order_id) references service_order (county_id, id),
  add foreign key (county_id, offer_id) references offer (county_id, id),
  add foreign key (county_id, volunteer_id) references public.volunteer (county_id, person_id),
  add foreign key (county_id, id, version, state) references seat_event (county_id, seat_id, version, to_state)
    deferrable initially deferred;
alter table seat_event
  add foreign key (county_id, seat_id) references seat (county_id, id) deferrable initially deferred,
  add foreign key (from_state, command, to_state) references public.seat_transition (from_state, command, to_state),
  add foreign key (county_id, seat_id, prior_version, from_state)
    references seat_event (county_id, seat_id, version, to_state);
alter table volunteer_week
  add foreign key (county_id, volunteer_id) references public.volunteer (county_id, person_id);
alter table attendance
  add foreign key (county_id, seat_id) references seat (county_id, id),
  add foreign key (county_id, order_id) references service_order (county_id, id);
alter table order_rating add foreign key (county_id, order_id) references service_order (county_id, id);

-- the inbox of a unit; a resident's own orders; what is due; what nobody has taken yet; what is under way
create index on service_order (county_id, unit_id, state, due_at, id);
create index on service_order (county_id, requester_id, id);
create index on service_order (county_id, due_at, id) where due_at is not null;
create index on service_order (county_id, station_id, window_to);
create index on service_order (county_id, agreed_from) where state in ('ACCEPTED', 'IN_SERVICE');
-- the orders that passed through a unit: it may see them
create index on order_event (county_id, unit_id, order_id);
-- whether the same household asked already
create index on order_words (county_id, phone_key) where phone_key is not null;
-- the orders that somebody is party to
create index on order_party (county_id, person_id, part, order_id);
-- who is asked for an order, one at a time each; what a volunteer or team has to answer; what expires; who was asked when
create index on offer (county_id, order_id);
create unique index on offer (county_id, order_id, team_id) where state = 'OPEN';
create unique index on offer (county_id, order_id, volunteer_id) where state = 'OPEN';
create index on offer (county_id, team_id, state, deadline);
create index on offer (county_id, volunteer_id, state, deadline);
create index on offer (county_id, volunteer_id, made_at) where volunteer_id is not null;
create index on offer (county_id, deadline, id) where state = 'OPEN';
create index on offer (county_id, proposed_from) where state in ('OPEN', 'ACCEPTED');
create index on offer (county_id, made_at);
create index on offer_reason (county_id, volunteer_id);
-- who comes to an order, one to a place; a volunteer's days; who is busy or never came
create index on seat (county_id, order_id);
create index on seat (county_id, offer_id);
create unique index on seat (county_id, order_id, place) where state in ('TAKEN', 'PRESENT');
create unique index on seat (county_id, order_id, volunteer_id) where state in ('TAKEN', 'PRESENT');
create index on seat (county_id, volunteer_id, starts);
create index on seat (county_id, ends);
create index on attendance (county_id, order_id);
create index on attendance (county_id, volunteer_id, in_at);
-- what is to be sent on, and from where a follower goes on
create index on outbox (county_id, stamp, id);
create index on outbox (county_id, not_before, id) where done_at is null;

grant select, insert, update, delete on all tables in schema floor to feiyan_app;
reset search_path;
