-- Whoever fills many tables in one transaction has them counted on the way: the planner knows nothing of rows that are
-- not committed, takes the tables for empty and then may read them by the wrong index, a hundred times slower. As their
-- owner, since only who owns a table may have it counted. Until that transaction ends the locks keep the counting in the
-- background away, which would find no row at all.
create function app_count_rows() returns void
language plpgsql security definer set search_path = public as $$
declare
  each regclass;
begin
  for each in
    select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and pg_get_userbyid(c.relowner) = current_user
  loop
    execute format('analyze %s', each);
  end loop;
end $$;
revoke all on function app_count_rows() from public;
grant execute on function app_count_rows() to feiyan_app;
