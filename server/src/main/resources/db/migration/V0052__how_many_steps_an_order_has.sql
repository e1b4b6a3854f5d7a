-- How many orders the steps belong to cannot be seen in a sample of millions: the statistics take a quarter of what there
-- are, so an order seems to have thirty steps and not seven, and who looks at an order has all units below theirs held
-- against each of them (docs/adr/0035-a-long-past.md). An order that was served has seven, whatever the past is.
-- Citus does not pass on what a column's statistics are told; there they stay as they are.
do $$
begin
  if not exists (select from pg_extension where extname = 'citus') then
    alter table order_event alter column order_id set (n_distinct = -0.14);
  end if;
end
$$;
analyze order_event (order_id);
