-- A unit that lets its time to answer pass cannot hold a complaint by silence: the requester takes it one tier up.
insert into complaint_transition (from_state, command, to_state) values ('OPEN', 'raise', 'RAISED');
