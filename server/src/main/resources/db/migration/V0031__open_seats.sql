-- What volunteers take by themselves, and why somebody was asked.

-- Orders whose seats are only for those who are asked, by the unit's word. The row goes when the unit opens them again.
create table order_by_request (
  county_id bigint not null,
  order_id uuid not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (county_id, order_id),
  constraint by_request_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint by_request_set_by foreign key (county_id, set_by) references person (county_id, id)
);
select app_distribute('order_by_request');

-- Why a volunteer was asked: codes and numbers as they were when the offer was made, so that it can be explained for as
-- long as the person is known. The way is kept in hundreds of metres and goes with the person: from many ways one could
-- tell where somebody lived.
create table offer_reason (
  county_id bigint not null,
  offer_id uuid not null,
  volunteer_id uuid not null,
  way text not null check (way in ('WISHED', 'CHOSEN', 'TAKEN')),
  metres int check (metres >= 0),
  visits int not null check (visits >= 0),
  booked_minutes int not null check (booked_minutes >= 0),
  asked_before int not null check (asked_before >= 0),
  days_since_asked int check (days_since_asked >= 0),
  primary key (county_id, offer_id),
  constraint reason_of_offer foreign key (county_id, offer_id) references offer (county_id, id),
  constraint reason_of_volunteer foreign key (county_id, volunteer_id) references volunteer (county_id, person_id)
);
select app_distribute('offer_reason');
create index offer_reason_by_volunteer on offer_reason (county_id, volunteer_id);

-- What was asked for in one village lately, for who lives there and was not asked.
create index order_by_station on service_order (county_id, station_id, window_to);
