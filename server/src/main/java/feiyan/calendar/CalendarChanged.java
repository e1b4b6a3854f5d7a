package feiyan.calendar;

import feiyan.platform.CountyId;

/** A county's working days are others than before, in this transaction: deadlines are to be computed again. */
public record CalendarChanged(CountyId county) {}
