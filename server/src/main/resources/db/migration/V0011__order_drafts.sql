-- An order while it is being written, its photos and voice message, and what a window of several days leaves open.

-- What was typed so far, sealed as a whole: even the project chosen may tell of somebody's health. Its id becomes the
-- order's, so that what is sent twice is placed once. It goes when it is sent, thrown away or forgotten.
create table order_draft (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  version int not null check (version >= 1),
  content bytea not null,
  kept_at timestamptz not null,
  primary key (county_id, id),
  constraint draft_one_each unique (county_id, person_id),
  constraint draft_of_person foreign key (county_id, person_id) references person (county_id, id)
);
select app_distribute('order_draft');
create index order_draft_by_age on order_draft (county_id, kept_at);

-- Up to four photos (places 1 to 4) and one voice message (place 0), of a draft and then of the order. Sealed, and
-- erasable with the words.
create table order_media (
  county_id bigint not null,
  id uuid not null,
  draft_id uuid,
  order_id uuid,
  place int not null check (place between 0 and 4),
  type text not null check (type in ('image/jpeg', 'audio/webm', 'audio/ogg', 'audio/mp4')),
  content bytea not null,
  sent_at timestamptz not null,
  primary key (county_id, id),
  check (num_nonnulls(draft_id, order_id) = 1),
  check ((place = 0) = (type like 'audio/%')),
  constraint media_one_place_of_draft unique (county_id, draft_id, place),
  constraint media_one_place_of_order unique (county_id, order_id, place),
  constraint media_of_draft foreign key (county_id, draft_id) references order_draft (county_id, id),
  constraint media_of_order foreign key (county_id, order_id) references service_order (county_id, id)
);
select app_distribute('order_media');

-- "Any day this week, in the morning": the window is one stretch, this is the part of each of its days that suits.
create table order_day_part (
  county_id bigint not null,
  order_id uuid not null,
  part text not null check (part in ('MORNING', 'AFTERNOON')),
  primary key (county_id, order_id),
  constraint day_part_of_order foreign key (county_id, order_id) references service_order (county_id, id)
);
select app_distribute('order_day_part');

-- The recipient's telephone by keyed hash, to find what was ordered for the same home; erased with the words.
alter table order_words add column phone_key bytea;
create index order_words_by_phone on order_words (county_id, phone_key) where phone_key is not null;
