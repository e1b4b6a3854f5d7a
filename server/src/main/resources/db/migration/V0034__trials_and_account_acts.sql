-- How many trials a webhook had within the hour, without reading all that it was told of orders.
create index webhook_delivery_trials on webhook_delivery (county_id, webhook_id, made_at) where order_id is null;

-- What happened to an account that is somebody in several counties, on its way into the audit of each. The account is
-- global, so what happened stands here in its transaction; each county takes its own in a transaction of its own.
create table account_act (
  place bigint not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]+$'),
  by_owner boolean not null,
  how text check (how ~ '^[a-z_]+$'),
  at timestamptz not null,
  primary key (place, id)
);
select app_reference('account_act');
