-- Machines: the tokens that people make for them, and the writes that happen once.

-- A token's secret is known to its holder alone; the handle finds the row, the hash proves the rest.
create table api_token (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  handle text not null,
  secret_hash bytea not null,
  purpose text not null,
  scopes text[] not null,
  -- Made after the staff's second step: acts with the person's posts, and ends with the last of them.
  as_staff boolean not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  ended_why text check (ended_why in ('revoked', 'left', 'password', 'erased')),
  primary key (county_id, id),
  unique (county_id, handle),
  constraint api_token_of_person foreign key (county_id, person_id) references person (county_id, id),
  constraint api_token_ends_once check ((ended_at is null) = (ended_why is null))
);
select app_distribute('api_token');
create index api_token_by_person on api_token (county_id, person_id, id);

create table api_token_event (
  county_id bigint not null,
  id uuid not null,
  token_id uuid not null,
  kind text not null check (kind in ('made', 'ended')),
  why text,
  by_id uuid,
  at timestamptz not null,
  primary key (county_id, id),
  constraint api_token_event_of_token foreign key (county_id, token_id) references api_token (county_id, id)
);
select app_distribute('api_token_event');
select app_append_only('api_token_event');
create index api_token_event_by_token on api_token_event (county_id, token_id, id);

-- Tokens made before this moment are over, in every county: no transaction spans counties, so the account says it.
alter table account add column tokens_ended_at timestamptz;

-- A key, and what was answered to its request; ids and codes only. Without a status the request is under way.
create table api_replay (
  county_id bigint not null,
  token_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  status int,
  type text,
  body text,
  at timestamptz not null,
  expires_at timestamptz not null,
  primary key (county_id, token_id, key)
);
select app_distribute('api_replay');
create index api_replay_by_expiry on api_replay (county_id, expires_at);
