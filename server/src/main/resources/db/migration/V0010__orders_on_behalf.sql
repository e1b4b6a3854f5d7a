-- Whom the requester would like to come, and, where somebody else wrote the need down, how the requester agreed to that.

alter table service_order
  add column named_id uuid,
  add column consent text check (consent in ('SPOKEN', 'TELEPHONE', 'WRITTEN', 'FAMILY')),
  add constraint order_names_volunteer foreign key (county_id, named_id) references volunteer (county_id, person_id);
-- Orders from before this rule are as they are.
alter table service_order add constraint order_on_behalf_with_consent
  check ((channel in ('COUNTER', 'TELEPHONE', 'SWALLOW')) = (consent is not null)) not valid;
