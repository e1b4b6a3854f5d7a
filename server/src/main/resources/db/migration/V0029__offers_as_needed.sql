-- Asked as needed: so many as the county's target takes, the others later or never. And what a no has taught.

-- ticked though asked as often in a week as the county wants: the dispatcher saw it, and may
alter table offer_queue add column regardless boolean not null default false;

-- The orders whose people are asked as needed, and when somebody looks again whether more must be.
create table offer_look (
  county_id bigint not null,
  order_id uuid not null,
  look_at timestamptz not null,
  primary key (county_id, order_id),
  constraint look_at_order foreign key (county_id, order_id) references service_order (county_id, id)
);
select app_distribute('offer_look');
create index offer_look_due on offer_look (county_id, look_at);

-- How often somebody was asked of late, and how they used to answer.
create index offer_by_volunteer_made on offer (county_id, volunteer_id, made_at) where volunteer_id is not null;

-- The change that a volunteer took after saying no, with what it was before: it can be undone.
create table taken_change (
  county_id bigint not null,
  offer_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('NEARER', 'LESS_FREE', 'WITHOUT_SKILL')),
  was text not null,
  became text,
  taken_at timestamptz not null,
  undone_at timestamptz,
  primary key (county_id, offer_id),
  check ((kind = 'NEARER') = (became is not null)),
  constraint change_after_offer foreign key (county_id, offer_id) references offer (county_id, id),
  constraint change_of_volunteer foreign key (county_id, person_id) references volunteer (county_id, person_id)
);
select app_distribute('taken_change');
create index taken_change_by_person on taken_change (county_id, person_id);
