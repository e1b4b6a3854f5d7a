-- Who saw what and who did what that matters, chained so that a change is found (docs/adr/0026-audit-chain.md); the alarm
-- on bulk viewing; what is kept although its time is over; the keys that this database was sealed with.

-- A keyed hash of the row, by a key outside the database. Null in rows from before it.
alter table sensitive_view add column mac bytea;

-- A reason is a code or a line that somebody typed. What an older version let in stays as long as it is.
alter table sensitive_view add constraint sensitive_view_reason check (char_length(reason) <= 200) not valid;

-- What somebody did, or tried to: codes and ids only.
create table audit_act (
  county_id bigint not null,
  id uuid not null,
  at timestamptz not null,
  -- null where nobody known did it: a clock, a wrong password
  actor_id uuid,
  kind text not null check (kind ~ '^[a-z_]+$'),
  subject text check (subject ~ '^[a-z_]+$'),
  subject_id uuid,
  fields text[] not null,
  reason text constraint audit_act_reason check (char_length(reason) <= 200),
  unit_id uuid,
  mac bytea not null,
  primary key (county_id, id),
  check ((subject is null) = (subject_id is null))
);
select app_distribute('audit_act');
select app_append_only('audit_act');

-- Written with each row of the two, taken away when the sealer has put it into the chain.
create table audit_waiting (
  county_id bigint not null,
  id uuid not null,
  source text not null check (source in ('VIEW', 'ACT')),
  -- since when it is left out of the line, because it could not be chained: the others do not wait for it
  set_aside_at timestamptz,
  primary key (county_id, id)
);
select app_distribute('audit_waiting');
insert into audit_waiting (county_id, id, source) select county_id, id, 'VIEW' from sensitive_view;

-- The chain: each link carries a keyed hash over its entry and the link before it. Also what the auditor searches: with
-- whose data it is and at which unit it happened, as that was when it was chained.
create table audit_link (
  county_id bigint not null,
  seq bigint not null check (seq >= 1),
  source text not null check (source in ('VIEW', 'ACT')),
  entry_id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  kind text not null,
  subject text,
  subject_id uuid,
  about_id uuid,
  fields text[] not null,
  reason text,
  unit_id uuid,
  mac bytea not null,
  primary key (county_id, seq),
  unique (county_id, entry_id)
);
select app_distribute('audit_link');
select app_append_only('audit_link');
create index audit_link_by_time on audit_link (county_id, at, seq);
create index audit_link_by_actor on audit_link (county_id, actor_id, at, seq);
create index audit_link_about on audit_link (county_id, about_id, at, seq) where about_id is not null;
create index audit_link_of_subject on audit_link (county_id, subject_id, at, seq) where subject_id is not null;
create index audit_link_by_kind on audit_link (county_id, kind, at, seq);
create index audit_link_at_unit on audit_link (county_id, unit_id, at, seq);
create index audit_link_by_reason on audit_link (county_id, left(reason, 100) text_pattern_ops) where reason is not null;
create index audit_link_by_field on audit_link using gin (fields);

-- Where the chain ends, and where it begins since its oldest part was let go. One sealer at a time holds it.
create table audit_head (
  county_id bigint not null,
  base_seq bigint not null,
  base_mac bytea not null,
  seq bigint not null,
  link_mac bytea not null,
  mac bytea not null,
  primary key (county_id)
);
select app_distribute('audit_head');

-- Where the chain stood when a day had ended: to be printed and kept where nobody reaches who reaches the database.
create table audit_day (
  county_id bigint not null,
  day date not null,
  seq bigint not null,
  link_mac bytea not null,
  at timestamptz not null,
  primary key (county_id, day)
);
select app_distribute('audit_day');
select app_append_only('audit_day');

-- The application cannot take anything out of what it only adds to. This takes the oldest links with their entries, and
-- never younger ones than three years, whatever the county has decided and whoever asks.
create function audit_let_go(county bigint, up_to bigint) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  gone bigint;
  floor_at constant timestamptz := now() - interval '3 years';
begin
  if exists (select from audit_link l where l.county_id = county and l.seq <= up_to and l.at > floor_at) then
    raise exception 'what was seen or done is kept for three years' using errcode = 'check_violation';
  end if;
  delete from sensitive_view v using audit_link l
    where v.county_id = county and l.county_id = county and l.seq <= up_to and v.id = l.entry_id;
  delete from audit_act a using audit_link l
    where a.county_id = county and l.county_id = county and l.seq <= up_to and a.id = l.entry_id;
  delete from audit_link l where l.county_id = county and l.seq <= up_to;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function audit_let_go(bigint, bigint) from public;
grant execute on function audit_let_go(bigint, bigint) to feiyan_app;

-- Somebody saw the data of very many in a short time. One for a viewer in a stretch of time, whoever counts.
create table bulk_alarm (
  county_id bigint not null,
  id uuid not null,
  viewer_id uuid not null,
  unit_id uuid,
  span text not null check (span in ('HOUR', 'NIGHT', 'DAY')),
  during tstzrange not null,
  seen int not null,
  allowed int not null,
  raised_at timestamptz not null,
  finding text check (finding in ('IN_ORDER', 'SPOKEN_TO', 'PASSED_ON')),
  words bytea,
  found_by uuid,
  found_at timestamptz,
  primary key (county_id, id),
  check (num_nonnulls(finding, words, found_by, found_at) in (0, 4)),
  constraint alarm_once exclude using gist (county_id with =, viewer_id with =, span with =, during with &&)
);
select app_distribute('bulk_alarm');
create index bulk_alarm_by_time on bulk_alarm (county_id, raised_at, id);

-- An order whose words are kept although their time is over: there is a quarrel about it, a court asks.
create table retention_hold (
  county_id bigint not null,
  order_id uuid not null,
  held_by uuid not null,
  held_at timestamptz not null,
  primary key (county_id, order_id),
  constraint hold_of_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint hold_by foreign key (county_id, held_by) references person (county_id, id)
);
select app_distribute('retention_hold');

-- The keys that something here was sealed or hashed with: a start without one of them is refused. By the keys' ids only.
create table key_known (
  key_id int primary key,
  purpose text not null check (purpose in ('FIELD', 'FINGERPRINT')),
  since timestamptz not null,
  retired_at timestamptz
);
select app_reference('key_known');

-- What retention asks of each kind of data: what is older than a moment.
create index notice_by_age on notice (county_id, at);
create index text_message_by_end on text_message (county_id, ended_at) where outcome is not null;
create index order_media_by_order on order_media (county_id, order_id) where order_id is not null;

-- Whoever audits works at no desk and gives no roles, anywhere in the county: nobody watches over themselves.
update staff_post p set ended_at = now()
where p.role = 'AUDITOR' and p.ended_at is null and exists (
  select from staff_post other
  where other.county_id = p.county_id and other.person_id = p.person_id and other.role <> 'AUDITOR'
    and other.ended_at is null);
alter table staff_post add constraint post_auditor_only
  exclude using gist (county_id with =, person_id with =, (case role when 'AUDITOR' then 1 else 0 end) with <>)
  where (ended_at is null);
create index staff_post_by_person on staff_post (county_id, person_id);
