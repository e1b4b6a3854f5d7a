package feiyan.calendar;

import java.time.LocalDate;

/**
 * A day that differs from its weekday.
 *
 * @param working true for a weekend day that is worked, false for a holiday
 * @param name what people call it, in the county's own words
 */
record CalendarDay(LocalDate day, boolean working, String name) {}
