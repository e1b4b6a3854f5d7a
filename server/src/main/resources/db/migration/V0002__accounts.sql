-- Who signs in. An account is global (one phone, one person in the world); it has a person in each county where it acts.

create table account (
  id uuid primary key,
  phone_key bytea not null unique,
  phone_sealed bytea not null,
  password_hash text,
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  created_at timestamptz not null
);
select app_reference('account');

create table sign_in_code (
  phone_key bytea primary key,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  attempts int not null default 0
);

-- Tries in a window of time, per phone and per network address.
create table throttle (
  key bytea not null,
  window_start timestamptz not null,
  tries int not null,
  primary key (key, window_start)
);

create table password_reset (
  token_hash bytea primary key,
  account_id uuid not null references account,
  made_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table person (
  county_id bigint not null,
  id uuid not null,
  account_id uuid,
  name text not null,
  phone_key bytea,
  phone_sealed bytea,
  locale text not null default 'zh-CN',
  elder_view boolean not null default false,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (county_id, id),
  unique (county_id, account_id),
  unique (county_id, phone_key)
);
select app_distribute('person');
alter table person add constraint person_signs_in foreign key (account_id) references account (id);

create table consent (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  given_at timestamptz not null,
  given_how text not null,
  noted_by uuid,
  withdrawn_at timestamptz,
  primary key (county_id, id),
  constraint consent_of_person foreign key (county_id, person_id) references person (county_id, id)
);
select app_distribute('consent');
create index consent_by_person on consent (county_id, person_id);

-- Sign-in sessions (Spring Session's own shape).
create table spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);
create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
