-- What waits is asked for webhook by webhook: whoever does not answer for two days has thousands, which those of all
-- others must not be looked for among.
create index webhook_delivery_next on webhook_delivery (county_id, webhook_id, due_at, id) where outcome is null;
drop index webhook_delivery_due;
