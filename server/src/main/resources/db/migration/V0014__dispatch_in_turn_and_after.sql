-- Whom to ask next, what somebody's minutes were put right to, and what the service was like.

-- Asked one after the other: who is still to be asked. A row goes when its turn comes.
create table offer_queue (
  county_id bigint not null,
  order_id uuid not null,
  rank int not null check (rank >= 1),
  team_id uuid,
  volunteer_id uuid,
  proposed_from timestamptz not null,
  proposed_to timestamptz not null,
  queued_by uuid not null,
  primary key (county_id, order_id, rank),
  check ((team_id is null) <> (volunteer_id is null)),
  check (proposed_from < proposed_to),
  constraint queue_of_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint queue_of_team foreign key (county_id, team_id) references team (county_id, id),
  constraint queue_of_volunteer foreign key (county_id, volunteer_id) references volunteer (county_id, person_id),
  constraint queue_by foreign key (county_id, queued_by) references person (county_id, id)
);
select app_distribute('offer_queue');

-- Offers whose time comes: those of an order that was never agreed end by it.
create index offer_by_proposed on offer (county_id, proposed_from) where state in ('OPEN', 'ACCEPTED');

-- The live board: what is about to begin, and who is still there.
create index order_under_way on service_order (county_id, agreed_from) where state in ('ACCEPTED', 'IN_SERVICE');

-- The moments put right: the old ones, the new ones, why and by whom. Minutes follow from the last of them.
create table attendance_correction (
  county_id bigint not null,
  seat_id uuid not null,
  number int not null check (number >= 1),
  old_in timestamptz not null,
  old_out timestamptz not null,
  new_in timestamptz not null,
  new_out timestamptz not null,
  reason text not null check (reason ~ '^[a-z_]+$'),
  corrected_by uuid not null,
  at timestamptz not null,
  primary key (county_id, seat_id, number),
  check (new_in <= new_out),
  constraint correction_of_attendance foreign key (county_id, seat_id) references attendance (county_id, seat_id),
  constraint correction_by foreign key (county_id, corrected_by) references person (county_id, id)
);
select app_distribute('attendance_correction');
select app_append_only('attendance_correction');

-- What the leader, or who came alone, tells of a service that is over. Sealed, erasable; one for each offer taken.
create table service_summary (
  county_id bigint not null,
  offer_id uuid not null,
  order_id uuid not null,
  words bytea,
  experience bytea,
  written_by uuid not null,
  at timestamptz not null,
  primary key (county_id, offer_id),
  constraint summary_of_offer foreign key (county_id, offer_id) references offer (county_id, id),
  constraint summary_of_order foreign key (county_id, order_id) references service_order (county_id, id),
  constraint summary_by foreign key (county_id, written_by) references person (county_id, id)
);
select app_distribute('service_summary');
create index service_summary_by_order on service_summary (county_id, order_id);
