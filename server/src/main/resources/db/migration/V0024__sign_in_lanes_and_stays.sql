-- A sign-in and how long it holds; a browser that its owner has proven; one code for each browser that asked for one.

-- Codes live five minutes: whoever waits for one across the upgrade asks again.
delete from sign_in_code;
alter table sign_in_code drop constraint sign_in_code_pkey;
alter table sign_in_code add column asker uuid not null;
alter table sign_in_code add primary key (phone_key, asker);
create index sign_in_code_by_expiry on sign_in_code (expires_at);

-- A stranger who types a phone's wrong password must not keep its owner out: a browser on which the owner was signed in
-- counts for itself.
create table known_device (
  account_id uuid not null references account,
  device_hash bytea not null,
  seen_at timestamptz not null,
  primary key (account_id, device_hash)
);
create index known_device_by_age on known_device (seen_at);

-- One sign-in on one device, from its beginning to its end. The end is told at the next request, whichever instance
-- takes it.
create table stay (
  id uuid primary key,
  account_id uuid not null references account,
  county_id bigint not null,
  person_id uuid not null,
  session_id char(36) not null,
  staff boolean not null,
  device text not null,
  network text not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  proven_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('SIGNED_OUT', 'BY_OWNER', 'BY_ADMINISTRATOR', 'PASSWORD', 'POST_LOST', 'LEFT', 'IDLE', 'LONGEST')),
  check ((ended_at is null) = (ended_why is null))
);
create index stay_open_by_account on stay (account_id, seen_at) where ended_at is null;
create index stay_ended on stay (ended_at) where ended_at is not null;
create index stay_open_by_age on stay (seen_at) where ended_at is null;
