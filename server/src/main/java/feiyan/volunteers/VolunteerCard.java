package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.units.UnitId;

/** What a list says of a volunteer. */
public record VolunteerCard(PersonId id, String number, String name, UnitId unit) {}
