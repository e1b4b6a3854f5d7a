-- What is read each day must not take longer with each year (docs/adr/0035-a-long-past.md).

-- Desks and boards ask for what is under way: an index of that alone, which is as large after ten years as after one.
-- It takes the place of one over all orders, in which planners saw no gain for a unit with many others below it.
create index order_under_charge on service_order (county_id, unit_id, state, due_at, id)
  where state <> all ('{CLOSED,REFUSED,CANCELLED,MERGED}');
-- And what is over, for the pile that is read from its latest end.
create index order_put_away on service_order (county_id, unit_id, id)
  where state in ('CLOSED', 'REFUSED', 'CANCELLED');
drop index order_by_unit;

-- The weeks from this one on, of everybody: what the pool of those who may be asked is read from.
create index volunteer_week_by_week on volunteer_week (county_id, week);
