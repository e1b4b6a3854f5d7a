-- More that people are told: about complaints, other times, minutes put right; and whoever follows somebody's orders.

-- somebody asks to follow: that concerns no order yet
alter table notice alter column order_id drop not null;
alter table notice add column complaint_id uuid;
-- the parent whose order it is, where it is told to somebody who follows
alter table notice add column follows_id uuid;
-- who did it, where that is a unit
alter table notice add column unit_id uuid;
alter table notice add column minutes_was int;
alter table notice add column minutes_now int;
alter table notice add constraint notice_has_both_minutes check ((minutes_was is null) = (minutes_now is null));
alter table notice add constraint notice_about_complaint foreign key (county_id, complaint_id)
  references complaint (county_id, id);
alter table notice add constraint notice_of_followed foreign key (county_id, follows_id) references person (county_id, id);
alter table notice add constraint notice_of_unit foreign key (county_id, unit_id) references unit (county_id, id);
-- Where there is no order, the key above takes two for different.
create unique index notice_once_without_order on notice (county_id, outbox_id, person_id, kind) where order_id is null;

-- The proposals whose time has come.
create index time_proposal_by_start on time_proposal (county_id, starts, id) where state = 'OPEN';
-- Whether this child has asked this number before.
create index follow_request_again on follow_request (county_id, follower_id, phone_key, asked_at);
