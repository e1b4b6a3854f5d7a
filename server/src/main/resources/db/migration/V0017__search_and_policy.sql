-- Finding an order again, keeping a search, and what a county decided: who changed which setting, and what follows.

-- A blind index (docs/adr/0011-blind-search-index.md): what an order can be found by, as keyed hashes. Erased with the
-- words, and made anew from them at any time.
create table order_search (
  county_id bigint not null,
  order_id uuid not null,
  tokens int[] not null,
  -- of the project's and the station's names as they were indexed: a renamed one is seen by the difference
  names text not null,
  -- whether the words were erased when it was indexed
  erased boolean not null,
  primary key (county_id, order_id),
  constraint search_of_order foreign key (county_id, order_id) references service_order (county_id, id)
);
select app_distribute('order_search');
-- The county is hashed into each token, so that one county's never meet another's. Written through at once: orders come
-- one by one, and a list of what is still to be merged in would be read whole by each search.
create index order_search_by_token on order_search using gin (tokens) with (fastupdate = off);

-- A search that somebody keeps. Sealed whole: what one looks for may be a name or a telephone number.
create table saved_filter (
  county_id bigint not null,
  id uuid not null,
  owner_id uuid not null,
  -- a desk has so many places, and two savings at once cannot take the same one
  place int not null check (place between 1 and 20),
  unit_id uuid,
  name bytea not null,
  criteria bytea not null,
  saved_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, owner_id, place),
  constraint filter_of_person foreign key (county_id, owner_id) references person (county_id, id),
  constraint filter_shared_with foreign key (county_id, unit_id) references unit (county_id, id)
);
select app_distribute('saved_filter');
create index saved_filter_of_unit on saved_filter (county_id, unit_id, id) where unit_id is not null;

create table policy_change (
  county_id bigint not null,
  id uuid not null,
  key text not null,
  -- null where the standard held until then
  old_value text,
  new_value text not null,
  changed_by uuid,
  at timestamptz not null,
  primary key (county_id, id)
);
select app_distribute('policy_change');
select app_append_only('policy_change');
create index policy_change_of_key on policy_change (county_id, key, id);

-- Policy or calendar changed: the deadlines of open orders are computed anew, so far up to this one.
create table deadline_refresh (
  county_id bigint not null,
  after_id uuid not null,
  asked_at timestamptz not null,
  primary key (county_id)
);
select app_distribute('deadline_refresh');
