-- What can be ordered: categories and projects of a county.

create table category (
  county_id bigint not null,
  code text not null,
  name text not null,
  position int not null,
  primary key (county_id, code)
);
select app_distribute('category');

create table project (
  county_id bigint not null,
  id uuid not null,
  code text not null,
  category_code text not null,
  name text not null,
  skill text not null,
  duration_minutes int not null check (duration_minutes between 5 and 1440),
  headcount int not null check (headcount between 1 and 12),
  mode text not null check (mode in ('on_site', 'remote')),
  qualification text,
  hazardous boolean not null default false,
  confidential boolean not null default false,
  withdrawn_at timestamptz,
  primary key (county_id, id),
  unique (county_id, code),
  constraint project_in_category foreign key (county_id, category_code) references category (county_id, code)
);
select app_distribute('project');
create index project_by_category on project (county_id, category_code, code);
