-- The person's side of their data: what was agreed to, what was put right, and how somebody is forgotten.

-- Which words were agreed to, who gave the consent for a minor (sealed), and who took it back.
alter table consent
  add column text_version int not null default 1 check (text_version >= 1),
  add column guardian bytea,
  add column withdrawn_by uuid;
-- Of two who note the same consent at once one is enough.
create unique index consent_once on consent (county_id, person_id, purpose) where withdrawn_at is null;

-- What stood there before it was put right: sealed, and erased with the person.
create table person_correction (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  field text not null check (field ~ '^[a-z_]+$'),
  old_value bytea,
  corrected_by uuid not null,
  at timestamptz not null,
  primary key (county_id, id),
  constraint correction_to_person foreign key (county_id, person_id) references person (county_id, id)
);
select app_distribute('person_correction');
create index person_correction_by_person on person_correction (county_id, person_id, id);

-- What only the station may change, after it has seen a proof: asked with words, answered with a reason.
create table correction_request (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  field text not null check (field ~ '^[a-z_]+$'),
  wish bytea,
  asked_at timestamptz not null,
  answer text check (answer in ('DONE', 'DECLINED')),
  reason bytea,
  answered_by uuid,
  answered_at timestamptz,
  primary key (county_id, id),
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_by is null)),
  constraint correction_asked_by foreign key (county_id, person_id) references person (county_id, id),
  constraint correction_at_unit foreign key (county_id, unit_id) references unit (county_id, id)
);
select app_distribute('correction_request');
-- one wish for each field waits at a time
create unique index correction_request_once on correction_request (county_id, person_id, field) where answer is null;
create index correction_request_by_person on correction_request (county_id, person_id, id);
create index correction_request_open on correction_request (county_id, unit_id, id) where answer is null;

-- Who wants to be forgotten, and when that was done. Codes and ids only: the proof that it was.
create table deletion_request (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  reason text not null check (reason in ('OWN_WISH', 'GUARDIAN', 'DIED')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  -- no way back from here: the identity is closed, the rest follows in steps
  begun_at timestamptz,
  done_at timestamptz,
  primary key (county_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (withdrawn_at is null or begun_at is null),
  check (done_at is null or begun_at is not null),
  constraint deletion_of_person foreign key (county_id, person_id) references person (county_id, id)
);
select app_distribute('deletion_request');
create unique index deletion_request_once on deletion_request (county_id, person_id)
  where withdrawn_at is null and done_at is null;
create index deletion_request_due on deletion_request (county_id, due_at, id)
  where withdrawn_at is null and done_at is null;
