-- What people are told: notices in the app, made from the outbox; and the demo's stand-in for a text message.

create table notice (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  outbox_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (county_id, id),
  unique (county_id, outbox_id, person_id, kind),
  constraint notice_to_person foreign key (county_id, person_id) references person (county_id, id)
);
select app_distribute('notice');
create index notice_by_person on notice (county_id, person_id, id);

create table demo_sms (
  id uuid primary key,
  phone_sealed bytea not null,
  words_sealed bytea not null,
  at timestamptz not null
);
create index demo_sms_by_time on demo_sms (at);
