-- That somebody was at the door without a network, with the code told there; handed in later. Never an event of the
-- order or its seat: whoever keeps the roll reads it and says what follows from it.
create table attendance_proof (
  county_id bigint not null,
  -- made by the client at the door, so that handing it in twice is once
  id uuid not null,
  seat_id uuid not null,
  in_at timestamptz not null,
  out_at timestamptz,
  how text not null check (how in ('CODE', 'QR', 'REMOTE')),
  handed_in_at timestamptz not null,
  primary key (county_id, id),
  check (out_at >= in_at),
  constraint proof_of_seat foreign key (county_id, seat_id) references seat (county_id, id)
);
select app_distribute('attendance_proof');
select app_append_only('attendance_proof');
create index attendance_proof_by_seat on attendance_proof (county_id, seat_id, handed_in_at);
