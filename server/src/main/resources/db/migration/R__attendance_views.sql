-- Who was there from when to when, as it was put right last.
create or replace view attendance_now as
select a.county_id, a.seat_id, a.order_id, a.volunteer_id, coalesce(c.new_in, a.in_at) as in_at,
  coalesce(c.new_out, a.out_at) as out_at,
  case when c.number is null then a.minutes
    else floor(extract(epoch from c.new_out - c.new_in) / 60)::int end as minutes,
  coalesce(c.number, 0) as corrections,
  -- as it was noted first: by this the index knows it
  a.in_at as noted_in
from attendance a
left join attendance_correction c on c.county_id = a.county_id and c.seat_id = a.seat_id
  and c.number = (
    select max(l.number) from attendance_correction l where l.county_id = a.county_id and l.seat_id = a.seat_id);
