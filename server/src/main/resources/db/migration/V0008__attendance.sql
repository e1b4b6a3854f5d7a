-- Who was there, from when to when. Minutes come from these two moments, never from typing.

create table attendance (
  county_id bigint not null,
  seat_id uuid not null,
  order_id uuid not null,
  volunteer_id uuid not null,
  in_at timestamptz not null,
  in_how text not null check (in_how in ('CODE', 'QR', 'LEADER', 'REMOTE')),
  out_at timestamptz,
  out_how text check (out_how in ('VOLUNTEER', 'LEADER', 'REMOTE')),
  minutes int generated always as (floor(extract(epoch from out_at - in_at) / 60)::int) stored,
  primary key (county_id, seat_id),
  check (out_at >= in_at),
  check ((out_at is null) = (out_how is null)),
  constraint attendance_of_seat foreign key (county_id, seat_id) references seat (county_id, id),
  constraint attendance_of_order foreign key (county_id, order_id) references service_order (county_id, id)
);
select app_distribute('attendance');
create index attendance_by_order on attendance (county_id, order_id);
create index attendance_by_volunteer on attendance (county_id, volunteer_id, in_at);

-- Wrong codes typed at a door: six digits must not be guessed.
create table check_in_try (
  county_id bigint not null,
  id uuid not null,
  seat_id uuid not null,
  at timestamptz not null,
  primary key (county_id, id),
  constraint try_at_seat foreign key (county_id, seat_id) references seat (county_id, id)
);
select app_distribute('check_in_try');
create index check_in_try_by_seat on check_in_try (county_id, seat_id, at);
