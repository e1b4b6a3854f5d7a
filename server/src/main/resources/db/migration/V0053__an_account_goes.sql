-- With an account go its stays and its links for a new password, of which each look of the sweep would read all. By age
-- alone nobody asks for the open stays of an account: it has few.
drop index stay_open_by_account;
create index stay_by_account on stay (account_id);
create index password_reset_by_account on password_reset (account_id);
