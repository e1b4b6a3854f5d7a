-- What a volunteer has taken on is asked for from some moment on, by its end; by its beginning all that they ever did
-- came before it. With it stands what is counted of all they have done: whose orders those were.
drop index seat_by_volunteer;
create index seat_by_volunteer on seat (county_id, volunteer_id, ends) include (order_id, state);
