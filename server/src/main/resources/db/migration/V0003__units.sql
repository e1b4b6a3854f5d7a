-- The county, its areas, the three tiers that serve it, and who works there.

create table county (
  id bigint primary key,
  name text not null,
  division_code text,
  demo boolean not null default false,
  founded_at timestamptz not null
);

-- The one-time link by which the first administrator founds a county.
create table founding_link (
  token_hash bytea primary key,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- The statistical division tree as this county imported it, and natural villages below the official code.
-- Per county though the codes are national: one county's correction must not reach another.
create table area (
  county_id bigint not null,
  code text not null check (code ~ '^[0-9]{12}(-[0-9]{2})?$'),
  name text not null,
  level text not null check (level in ('province', 'city', 'county', 'township', 'village', 'natural')),
  parent_code text,
  primary key (county_id, code),
  constraint area_lies_in foreign key (county_id, parent_code) references area (county_id, code)
);
select app_distribute('area');
create index area_by_parent on area (county_id, parent_code);

create table unit (
  county_id bigint not null,
  id uuid not null,
  tier text not null check (tier in ('CENTER', 'INSTITUTE', 'STATION', 'POINT')),
  name text not null,
  parent_id uuid,
  area_code text,
  phone text,
  latitude double precision,
  longitude double precision,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (county_id, id),
  check ((tier = 'CENTER') = (parent_id is null)),
  check ((latitude is null) = (longitude is null)),
  constraint unit_under foreign key (county_id, parent_id) references unit (county_id, id),
  constraint unit_serves foreign key (county_id, area_code) references area (county_id, code)
);
select app_distribute('unit');
create unique index unit_one_center on unit (county_id) where tier = 'CENTER' and closed_at is null;
create index unit_by_parent on unit (county_id, parent_id);
create index unit_by_area on unit (county_id, area_code);

-- Each unit with itself (0) and every unit above it: "within my subtree" is one index look-up.
create table unit_within (
  county_id bigint not null,
  unit_id uuid not null,
  ancestor_id uuid not null,
  distance int not null check (distance >= 0),
  primary key (county_id, unit_id, ancestor_id),
  constraint within_unit foreign key (county_id, unit_id) references unit (county_id, id),
  constraint within_ancestor foreign key (county_id, ancestor_id) references unit (county_id, id)
);
select app_distribute('unit_within');
create index unit_within_by_ancestor on unit_within (county_id, ancestor_id, unit_id);

create table venue (
  county_id bigint not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  facilities text[] not null default '{}',
  opening_hours text,
  primary key (county_id, id),
  constraint venue_of_unit foreign key (county_id, unit_id) references unit (county_id, id)
);
select app_distribute('venue');
create index venue_by_unit on venue (county_id, unit_id);

-- A role of a person at a unit; it reaches the unit's subtree. Ended, never deleted.
create table staff_post (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('CLERK', 'DISPATCHER', 'ADMINISTRATOR', 'AUDITOR')),
  given_by uuid,
  given_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (county_id, id),
  constraint post_of_person foreign key (county_id, person_id) references person (county_id, id),
  constraint post_at_unit foreign key (county_id, unit_id) references unit (county_id, id)
);
select app_distribute('staff_post');
create unique index staff_post_once on staff_post (county_id, person_id, unit_id, role) where ended_at is null;
create index staff_post_by_unit on staff_post (county_id, unit_id) where ended_at is null;

create table staff_invitation (
  county_id bigint not null,
  id uuid not null,
  token_hash bytea not null,
  unit_id uuid not null,
  role text not null check (role in ('CLERK', 'DISPATCHER', 'ADMINISTRATOR', 'AUDITOR')),
  name text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (county_id, id),
  unique (county_id, token_hash),
  constraint invitation_to_unit foreign key (county_id, unit_id) references unit (county_id, id)
);
select app_distribute('staff_invitation');
create index staff_invitation_by_unit on staff_invitation (county_id, unit_id);

-- Which station is a resident's own: the one to call, and where an order starts.
create table resident_home (
  county_id bigint not null,
  person_id uuid not null,
  station_id uuid not null,
  primary key (county_id, person_id),
  constraint home_of_person foreign key (county_id, person_id) references person (county_id, id),
  constraint home_at_station foreign key (county_id, station_id) references unit (county_id, id)
);
select app_distribute('resident_home');
