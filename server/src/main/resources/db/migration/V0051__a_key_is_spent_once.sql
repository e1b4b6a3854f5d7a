-- A machine's key is written by the same way as the commit, so what finds it spent must end the transaction there and
-- then. Spending one anew that is not over yet would happen at no time, which is what "infinity" says and this refuses.
alter table api_replay add constraint replay_never_twice check (at < 'infinity');
