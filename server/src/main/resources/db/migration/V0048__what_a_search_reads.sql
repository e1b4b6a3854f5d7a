-- Searches and call-backs read what they show, not all that was ever there (docs/adr/0035-a-long-past.md).

-- Which orders have a word is asked stretch by stretch, the latest first. By the words alone the index gives all that
-- have them, of thirty years as of one. An order's id begins with its moment, and its first four digits are those of
-- some fifty days: with them beside the words, the index gives those of a stretch.
drop index order_search_by_token;
create index order_search_by_token on order_search
  using gin (tokens, (array[county_id::text || '.' || left(order_id::text, 4)])) with (fastupdate = off);

-- Whom to call, since they have not said how it went: those of the last weeks, and most of what is over was rated.
create index order_unrated on service_order (county_id, unit_id, placed_at)
  where state in ('SERVED', 'CLOSED') and not rated;
