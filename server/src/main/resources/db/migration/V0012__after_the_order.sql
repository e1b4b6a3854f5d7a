-- What the requester and the family do with an order once it was sent: who may follow it from far away, and what is said
-- where something went wrong.

-- Asked by telephone number, not by person: the row is there whether or not anybody has this number, so that asking
-- tells nothing about who is known. Both numbers are sealed.
create table follow_request (
  county_id bigint not null,
  id uuid not null,
  follower_id uuid not null,
  phone_key bytea not null,
  phone bytea not null,
  -- the asker's own number, masked: by it the parent recognises the child
  asker bytea not null,
  may_order boolean not null,
  asked_at timestamptz not null,
  answer text check (answer in ('ALLOWED', 'DENIED')),
  answered_at timestamptz,
  taken_back_at timestamptz,
  primary key (county_id, id),
  check ((answer is null) = (answered_at is null)),
  constraint request_of_follower foreign key (county_id, follower_id) references person (county_id, id)
);
select app_distribute('follow_request');
create unique index follow_request_once on follow_request (county_id, follower_id, phone_key)
  where answer is null and taken_back_at is null;
create index follow_request_by_phone on follow_request (county_id, phone_key, id);
create index follow_request_by_follower on follow_request (county_id, follower_id, id);

-- A consent with its whole life: who allowed what, when and how, who wrote it down, and since when no longer.
create table order_follower (
  county_id bigint not null,
  id uuid not null,
  parent_id uuid not null,
  follower_id uuid not null,
  may_order boolean not null,
  allowed_at timestamptz not null,
  allowed_how text not null check (allowed_how in ('PAGE', 'SPOKEN', 'TELEPHONE', 'WRITTEN')),
  -- null where the parent did it
  noted_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (county_id, id),
  check (parent_id <> follower_id),
  check ((allowed_how = 'PAGE') = (noted_by is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint follower_of_parent foreign key (county_id, parent_id) references person (county_id, id),
  constraint follower_is_person foreign key (county_id, follower_id) references person (county_id, id)
);
select app_distribute('order_follower');
create unique index order_follower_once on order_follower (county_id, parent_id, follower_id) where withdrawn_at is null;
create index order_follower_by_follower on order_follower (county_id, follower_id, parent_id) where withdrawn_at is null;

create table complaint_transition (
  from_state text not null,
  command text not null,
  to_state text not null,
  primary key (from_state, command, to_state)
);
select app_reference('complaint_transition');
select app_append_only('complaint_transition');
insert into complaint_transition (from_state, command, to_state) values
  ('NEW', 'open', 'OPEN'),
  ('OPEN', 'answer', 'ANSWERED'),
  ('ANSWERED', 'accept', 'ACCEPTED'),
  ('ANSWERED', 'raise', 'RAISED'),
  ('RAISED', 'answer', 'CLOSED'),
  ('OPEN', 'uphold', 'CLOSED'),
  ('RAISED', 'uphold', 'CLOSED');

create table complaint (
  county_id bigint not null,
  id uuid not null,
  version int not null,
  state text not null,
  order_id uuid not null,
  -- as the order was when it was complained about: after a last answer one complains again only of something new
  order_version int not null,
  by_id uuid not null,
  about_unit_id uuid not null,
  -- the unit that answers: above the one it is about; at the center its administrator
  unit_id uuid not null,
  to_administrator boolean not null,
  opened_at timestamptz not null,
  due_at timestamptz,
  primary key (county_id, id),
  check ((state in ('OPEN', 'RAISED')) = (due_at is not null)),
  constraint complaint_about_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint complaint_by_person foreign key (county_id, by_id) references person (county_id, id),
  constraint complaint_about_unit foreign key (county_id, about_unit_id) references unit (county_id, id),
  constraint complaint_at_unit foreign key (county_id, unit_id) references unit (county_id, id)
);
select app_distribute('complaint');
create unique index complaint_one_open on complaint (county_id, order_id) where state in ('OPEN', 'ANSWERED', 'RAISED');
create index complaint_by_order on complaint (county_id, order_id, id);
create index complaint_by_due on complaint (county_id, due_at, id) where due_at is not null;

-- Codes and ids only, as an order's events.
create table complaint_event (
  county_id bigint not null,
  complaint_id uuid not null,
  version int not null check (version >= 1),
  prior_version int generated always as (nullif(version - 1, 0)) stored,
  from_state text not null,
  command text not null,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid not null,
  unit_id uuid not null,
  primary key (county_id, complaint_id, version),
  unique (county_id, complaint_id, version, to_state),
  check ((version = 1) = (from_state = 'NEW'))
);
select app_distribute('complaint_event');
select app_append_only('complaint_event');
create index complaint_event_by_unit on complaint_event (county_id, unit_id, complaint_id);
alter table complaint_event add constraint complaint_event_of foreign key (county_id, complaint_id)
  references complaint (county_id, id) deferrable initially deferred;
alter table complaint_event add constraint complaint_event_is_legal foreign key (from_state, command, to_state)
  references complaint_transition (from_state, command, to_state);
alter table complaint_event add constraint complaint_event_follows
  foreign key (county_id, complaint_id, prior_version, from_state)
  references complaint_event (county_id, complaint_id, version, to_state);
alter table complaint add constraint complaint_is_its_last_event foreign key (county_id, id, version, state)
  references complaint_event (county_id, complaint_id, version, to_state) deferrable initially deferred;

-- What was said with an event; sealed and erasable.
create table complaint_words (
  county_id bigint not null,
  complaint_id uuid not null,
  version int not null,
  words bytea not null,
  primary key (county_id, complaint_id, version),
  constraint words_of_complaint foreign key (county_id, complaint_id, version)
    references complaint_event (county_id, complaint_id, version)
);
select app_distribute('complaint_words');
