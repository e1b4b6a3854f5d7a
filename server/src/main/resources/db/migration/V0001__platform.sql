-- The floor of the house: the application's role, sharding where there is Citus, the outbox, the audit of views.
-- Rules for every table: county_id first in each key, ids from the application, no sequence, no volatile function in SET.

create extension if not exists btree_gist;

do $$
begin
  if not exists (select from pg_roles where rolname = 'feiyan_app') then
    create role feiyan_app nologin;
  end if;
  if not pg_has_role(current_user, 'feiyan_app', 'member') then
    execute format('grant feiyan_app to %I', current_user);
  end if;
end $$;

grant usage on schema public to feiyan_app;
alter default privileges in schema public grant select, insert, update, delete on tables to feiyan_app;

-- Sharded by county where Citus is installed; nothing to do on a single PostgreSQL.
create function app_distribute(t regclass) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_table(t, 'county_id');
  end if;
end $$;

-- A small table that each shard needs whole.
create function app_reference(t regclass) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_reference_table(t);
  end if;
end $$;

-- Events and ledgers: the application adds and reads, it never edits.
create function app_append_only(t regclass) returns void language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from feiyan_app', t);
end $$;

-- What happened, as ids only, written in the transaction in which it happened.
-- stamp is the writing transaction: a reader who stays below the oldest running one never overtakes a late commit.
create table outbox (
  county_id bigint not null,
  id uuid not null,
  stamp bigint not null,
  kind text not null check (kind ~ '^[a-z_.]+$'),
  subject_id uuid not null,
  subject_version int not null,
  at timestamptz not null,
  done_at timestamptz,
  attempts int not null default 0,
  not_before timestamptz not null,
  primary key (county_id, id)
);
select app_distribute('outbox');
create index outbox_by_stamp on outbox (county_id, stamp, id);
create index outbox_to_do on outbox (county_id, not_before, id) where done_at is null;

create function outbox_stamp() returns trigger language plpgsql as $$
begin
  new.stamp := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger outbox_stamped before insert on outbox for each row execute function outbox_stamp();

-- Who saw which sensitive field of which row, and why.
create table sensitive_view (
  county_id bigint not null,
  id uuid not null,
  at timestamptz not null,
  viewer_id uuid not null,
  subject text not null check (subject ~ '^[a-z_]+$'),
  subject_id uuid not null,
  fields text[] not null,
  reason text,
  primary key (county_id, id)
);
select app_distribute('sensitive_view');
select app_append_only('sensitive_view');
create index sensitive_view_of_subject on sensitive_view (county_id, subject_id, at);
create index sensitive_view_by_viewer on sensitive_view (county_id, viewer_id, at);

-- A county's own settings where they differ from the defaults; the keys and defaults stand in Policy.java.
create table policy (
  county_id bigint not null,
  key text not null,
  value text not null,
  set_by uuid,
  set_at timestamptz not null,
  primary key (county_id, key)
);
select app_distribute('policy');

-- The Chinese calendar's exceptions to Monday to Friday: holidays, and weekend days that are worked instead.
create table calendar_day (
  county_id bigint not null,
  day date not null,
  working boolean not null,
  name text not null,
  primary key (county_id, day)
);
select app_distribute('calendar_day');
