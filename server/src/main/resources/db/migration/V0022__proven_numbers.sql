-- A number that was only typed opens no other door: who accepts an invitation claims it, a code that was redeemed
-- proves it.
alter table account add column phone_proven_at timestamptz;

-- Whoever has no password came by a code. Of the others nobody can tell any more: they are asked once.
update account set phone_proven_at = created_at where password_hash is null;

-- Counts what opens the account: each new password and each new number is the next. Whoever is half way in has seen one
-- of them, and it has to be this one still.
alter table account add column credentials int not null default 0;
