-- What people are told: notices in the app, made from the outbox; and the demo's stand-in for a text message.

create table notice (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  outbox_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]+$'),
  order_id uuid not null,
  offer_id uuid,
  -- why, as the event's code; words stand beside the order, where they can be erased
  reason text check (reason ~ '^[a-z_]+$'),
  at timestamptz not null,
  read_at timestamptz,
  primary key (county_id, id),
  -- told once, however often the outbox row comes again
  unique (county_id, outbox_id, person_id, kind, order_id),
  constraint notice_to_person foreign key (county_id, person_id) references person (county_id, id),
  constraint notice_about_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint notice_about_offer foreign key (county_id, offer_id) references offer (county_id, id)
);
select app_distribute('notice');
create index notice_by_person on notice (county_id, person_id, id);
create index notice_unread on notice (county_id, person_id) where read_at is null;

create table demo_sms (
  id uuid primary key,
  phone_sealed bytea not null,
  words_sealed bytea not null,
  at timestamptz not null
);
create index demo_sms_by_time on demo_sms (at);
