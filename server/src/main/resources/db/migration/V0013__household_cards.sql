-- A household's standing card: six digits that let a volunteer in where nobody has a telephone. The digits follow from
-- the number and the key and are kept nowhere; a new card has the next number, and the old digits are dead.

create table household_card (
  county_id bigint not null,
  person_id uuid not null,
  number int not null check (number >= 1),
  issued_at timestamptz not null,
  issued_by uuid not null,
  primary key (county_id, person_id, number),
  constraint card_of_person foreign key (county_id, person_id) references person (county_id, id)
);
select app_distribute('household_card');
select app_append_only('household_card');

-- Who had a card in hand to print, and when: whoever holds the digits can say that somebody was let in.
create table household_card_print (
  county_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  number int not null,
  at timestamptz not null,
  printed_by uuid not null,
  primary key (county_id, id),
  constraint print_of_card foreign key (county_id, person_id, number)
    references household_card (county_id, person_id, number)
);
select app_distribute('household_card_print');
select app_append_only('household_card_print');
create index household_card_print_of_card on household_card_print (county_id, person_id, number, at);

-- The counter looks its own people up by name.
create index resident_home_by_station on resident_home (county_id, station_id, person_id);
