-- Who serves: volunteers, what they can do, when they are free, and their teams.

create table volunteer (
  county_id bigint not null,
  person_id uuid not null,
  number text not null,
  unit_id uuid not null,
  -- home, rounded to about 200 m: near enough to match, too coarse to find a door; null: the unit's place stands for it
  latitude double precision,
  longitude double precision,
  radius_metres int not null check (radius_metres between 500 and 100000),
  weekly_limit_minutes int not null check (weekly_limit_minutes between 0 and 3600),
  -- hour h of the week from Monday 0:00 is bit h from the left
  free_hours bit(168) not null,
  gender text not null default 'unknown' check (gender in ('female', 'male', 'unknown')),
  party_member boolean not null default false,
  born_year int,
  insured_until date,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (county_id, person_id),
  unique (county_id, number),
  constraint volunteer_is_person foreign key (county_id, person_id) references person (county_id, id),
  constraint volunteer_at_unit foreign key (county_id, unit_id) references unit (county_id, id)
);
select app_distribute('volunteer');
create index volunteer_by_unit on volunteer (county_id, unit_id);

create table volunteer_skill (
  county_id bigint not null,
  skill text not null,
  person_id uuid not null,
  primary key (county_id, skill, person_id),
  constraint skill_of_volunteer foreign key (county_id, person_id) references volunteer (county_id, person_id)
);
select app_distribute('volunteer_skill');
create index volunteer_skill_by_person on volunteer_skill (county_id, person_id);

create table qualification (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  valid_until date,
  checked_by uuid,
  checked_at timestamptz,
  primary key (county_id, id),
  constraint qualification_of_volunteer foreign key (county_id, person_id) references volunteer (county_id, person_id)
);
select app_distribute('qualification');
create index qualification_by_person on qualification (county_id, person_id, kind);

create table team (
  county_id bigint not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  kind text not null check (kind in ('GENERAL', 'PARTY', 'PROFESSIONAL', 'MASS', 'SOCIAL', 'TASK_SQUAD')),
  field text,
  leader_id uuid,
  ends_on date,
  founded_at timestamptz not null,
  dissolved_at timestamptz,
  primary key (county_id, id),
  check ((kind = 'TASK_SQUAD') = (ends_on is not null)),
  constraint team_of_unit foreign key (county_id, unit_id) references unit (county_id, id),
  constraint team_led_by foreign key (county_id, leader_id) references volunteer (county_id, person_id)
);
select app_distribute('team');
create index team_by_unit on team (county_id, unit_id);
create index team_by_leader on team (county_id, leader_id);

create table team_member (
  county_id bigint not null,
  team_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (county_id, team_id, person_id),
  constraint member_of_team foreign key (county_id, team_id) references team (county_id, id),
  constraint member_is_volunteer foreign key (county_id, person_id) references volunteer (county_id, person_id)
);
select app_distribute('team_member');
create index team_member_by_person on team_member (county_id, person_id);
