-- Text messages: who wants what by which way, and what waits to be sent.

-- For a seat the time somebody kept free: the order forgets it when the seat goes.
alter table notice add column begins timestamptz;

-- What a person chose; without a row the default of the topic holds.
create table message_choice (
  county_id bigint not null,
  person_id uuid not null,
  topic text not null check (topic ~ '^[a-z_]+$'),
  way text not null check (way in ('APP', 'TEXT', 'DIGEST')),
  chosen_at timestamptz not null,
  primary key (county_id, person_id, topic),
  constraint message_choice_of_person foreign key (county_id, person_id) references person (county_id, id)
);
select app_distribute('message_choice');

-- How a person reads: the language of their text messages, and whether they read large letters.
create table message_reader (
  county_id bigint not null,
  person_id uuid not null,
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  elder boolean not null default false,
  primary key (county_id, person_id),
  constraint message_reader_is_person foreign key (county_id, person_id) references person (county_id, id)
);
select app_distribute('message_reader');

-- One notice that also goes out as a text message. Its words are made when it leaves; here are ids only.
create table text_message (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  notice_id uuid not null,
  due_at timestamptz not null,
  -- goes out at night, too
  pierces boolean not null,
  -- waited for the morning or for the daily digest: several of one person become one
  held boolean not null,
  attempts int not null default 0,
  -- until then one worker has it; a worker that died leaves a claim that runs out
  claimed_until timestamptz,
  outcome text check (outcome in ('SENT', 'READ_IN_APP', 'TOO_LATE', 'NO_MOBILE', 'GIVEN_UP')),
  ended_at timestamptz,
  primary key (county_id, id),
  unique (county_id, notice_id),
  check ((outcome is null) = (ended_at is null)),
  constraint text_message_to_person foreign key (county_id, person_id) references person (county_id, id),
  constraint text_message_of_notice foreign key (county_id, notice_id) references notice (county_id, id)
);
select app_distribute('text_message');
create index text_message_due on text_message (county_id, due_at, person_id) where outcome is null;
create index text_message_waiting on text_message (county_id, person_id, id) where outcome is null;
create index text_message_given_up on text_message (county_id, ended_at, id) where outcome = 'GIVEN_UP';
