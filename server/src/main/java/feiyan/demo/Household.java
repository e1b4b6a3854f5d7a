package feiyan.demo;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.demo.Land.Station;
import feiyan.units.CoarsePosition;

/** A home that needs something now and then. */
record Household(PersonId person, String name, Phone phone, Station station, String address, CoarsePosition home) {}
